namespace Stance;

/// <summary>What kind of body an actor is.</summary>
public enum ActorKind
{
    /// <summary>A state, or a territory with a government of its own that the news treats as one.</summary>
    State,

    /// <summary>An intergovernmental bloc that speaks as one.</summary>
    Bloc,
}

/// <summary>A state or intergovernmental bloc that can take a stance.</summary>
/// <param name="Code">ISO 3166-1 alpha-3 code (<c>RUS</c>), or the bloc's code (<c>EU</c>).</param>
/// <param name="Kind">State or bloc.</param>
/// <param name="EnglishName">Its usual English name.</param>
/// <param name="ArabicName">Its usual Arabic name.</param>
public sealed record Actor(string Code, ActorKind Kind, string EnglishName, string ArabicName)
{
    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>Two actors are the same when their codes are.</summary>
    public bool Equals(Actor? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);
}

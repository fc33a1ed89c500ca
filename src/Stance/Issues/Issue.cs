using System.Collections.Immutable;

namespace Stance;

/// <summary>A proposition that a state can accept or reject, with the phrases that show a passage is about it.</summary>
public sealed record Issue
{
    /// <summary>Identifier: letters, digits, hyphens; unique in its catalogue.</summary>
    public required string Id { get; init; }

    /// <summary>A short name, by language (<c>ar</c>, <c>en</c>).</summary>
    public IReadOnlyDictionary<string, string> Name { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The sentence that favor and against are measured against, by language; at least one language.</summary>
    public required IReadOnlyDictionary<string, string> Proposition { get; init; }

    /// <summary>Phrases that show a passage is about this issue, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Topic { get; init; } = NoPhrases;

    /// <summary>Phrases that assert the proposition, by language; optional.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Favor { get; init; } = NoPhrases;

    /// <summary>Phrases that deny the proposition, by language; optional.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Against { get; init; } = NoPhrases;

    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoPhrases =
        ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;

    /// <summary>Two issues are the same when their identifiers are.</summary>
    public bool Equals(Issue? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

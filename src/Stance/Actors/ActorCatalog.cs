using System.Collections.Immutable;

namespace Stance;

/// <summary>The states and blocs that can take a stance, with the names, offices and office holders by which articles refer to them. Immutable.</summary>
public sealed class ActorCatalog
{
    private readonly Dictionary<string, Actor> byCode;

    private ActorCatalog(ImmutableArray<Actor> actors, ImmutableArray<ActorAlias> aliases, ImmutableArray<OfficeHolder> holders)
    {
        (Actors, Aliases, Holders) = (actors, aliases, holders);
        byCode = actors.ToDictionary(a => a.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the library: every member and observer of the United Nations, Taiwan, Kosovo, Western Sahara,
    /// the blocs of the labelling guide, and office holders from 2001 on.</summary>
    public static ActorCatalog Default { get; } = ActorCatalogFiles.ReadShipped();

    /// <summary>All actors, in the order of their files.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All dated office holders.</summary>
    public IReadOnlyList<OfficeHolder> Holders { get; }

    internal IReadOnlyList<ActorAlias> Aliases { get; }

    /// <summary>The actor with this code, or <c>null</c>.</summary>
    public Actor? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>This catalogue with a user's own blocs, aliases and office holders added.</summary>
    /// <param name="path">A tab-separated file whose rows begin with their kind:
    /// <c>actor code state|bloc name.en name.ar</c>, <c>alias code name|demonym|capital|seat|agency|organ|town form</c>, or
    /// <c>holder code office name.en name.ar variants from to</c> (variants joined by a bar, dates <c>yyyy-MM-dd</c>, <c>to</c> may be empty).
    /// Lines that begin with <c>#</c> are comments.</param>
    /// <exception cref="FormatException">A row that cannot be read, names an unknown actor, or puts a second holder in an office that is held; the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ActorCatalog With(string path) => ActorCatalogFiles.Extend(this, path);

    internal static ActorCatalog Of(IEnumerable<Actor> actors, IEnumerable<ActorAlias> aliases, IEnumerable<OfficeHolder> holders) =>
        new([.. actors], [.. aliases], [.. holders]);
}

/// <summary>What kind of form an alias is.</summary>
internal enum AliasKind : byte
{
    Name,
    NameWeak,
    Organ,
    Council,
    Demonym,
    DemonymPlural,
    DemonymWeak,
    Capital,
    CapitalWeak,
    Seat,
    Agency,

    /// <summary>A town or province: a mention only together with the police, the army or the authorities there.</summary>
    Town,
}

/// <summary>A form by which articles refer to an actor.</summary>
internal sealed record ActorAlias(string Actor, AliasKind Kind, string Form);

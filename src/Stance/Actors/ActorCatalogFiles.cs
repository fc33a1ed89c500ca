using System.Globalization;

namespace Stance;

/// <summary>Reads actor catalogues from their tables.</summary>
internal static class ActorCatalogFiles
{
    public static ActorCatalog ReadShipped()
    {
        var actors = new List<Actor>();
        foreach (var (line, f) in LexiconTable.Shipped("states.tsv").Rows)
            actors.Add(new Actor(f[0], Kind("states.tsv", line, f[1]), f[2], f[3]));
        var aliases = new List<ActorAlias>();
        foreach (var file in (ReadOnlySpan<string>)["names.ar.tsv", "names.en.tsv"])
            foreach (var (line, f) in LexiconTable.Shipped(file).Rows)
                aliases.Add(new ActorAlias(f[0], Alias(file, line, f[1]), f[2]));
        // The usual name is a name, unless the files call it risky: Chad and Jordan are given names too.
        var risky = aliases.Where(a => a.Kind == AliasKind.NameWeak).Select(a => (a.Actor, a.Form)).ToHashSet();
        aliases.InsertRange(0, actors.SelectMany(a => new[] { a.EnglishName, a.ArabicName }.Where(form => !risky.Contains((a.Code, form))).Select(form => new ActorAlias(a.Code, AliasKind.Name, form))));
        // A bloc's bare English code is no name of it in running text unless listed; states' codes never are.
        var holders = new List<OfficeHolder>();
        foreach (var (line, f) in LexiconTable.Shipped("holders.tsv").Rows)
            holders.Add(new OfficeHolder(f[0], f[1], f[2], f[3], [.. LexiconTable.Alternatives(f[4]), .. LexiconTable.Alternatives(f[5])],
                Date("holders.tsv", line, f[6]), f[7].Length == 0 ? null : Date("holders.tsv", line, f[7]), Tolerance(f[8])));
        return ActorCatalog.Of(actors, aliases, holders);
    }

    public static ActorCatalog Extend(ActorCatalog catalog, string path)
    {
        var text = TextFile.Read(path);
        var name = Path.GetFileName(path);
        var table = LexiconTable.Parse(name, text, 4);
        var actors = catalog.Actors.ToList();
        var aliases = catalog.Aliases.ToList();
        var holders = catalog.Holders.ToList();
        var known = actors.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        if (table.Rows.Count == 0)
            throw new FormatException($"{name}(1): found no row; allowed: rows that begin with actor, alias or holder");
        foreach (var (line, f) in table.Rows)
        {
            switch (f[0])
            {
                case "actor":
                    Fields(name, line, f, 5, "actor, code, state|bloc, name.en, name.ar");
                    if (!known.Add(f[1]))
                        throw new FormatException($"{name}({line}): actor '{f[1]}' is already defined; allowed: a new code");
                    actors.Add(new Actor(f[1], Kind(name, line, f[2]), f[3], f[4]));
                    foreach (var form in f[3..5])
                        if (form.Length > 0)
                            aliases.Add(new ActorAlias(f[1], AliasKind.Name, form));
                    break;
                case "alias":
                    Known(name, line, known, f[1]);
                    aliases.Add(new ActorAlias(f[1], Alias(name, line, f[2]), f[3]));
                    break;
                case "holder":
                    Fields(name, line, f, 7, "holder, code, office, name.en, name.ar, variants, from, to");
                    Known(name, line, known, f[1]);
                    var holder = new OfficeHolder(f[1], f[2], f[3], f[4], LexiconTable.Alternatives(f[5]), Date(name, line, f[6]),
                        f.Length < 8 || f[7].Length == 0 ? null : Date(name, line, f[7]), Tolerance("day"));
                    if (holder.To < holder.From)
                        throw new FormatException($"{name}({line}): the office ends on {holder.To:yyyy-MM-dd}, before it begins on {holder.From:yyyy-MM-dd}; allowed: an end on or after the start");
                    if (holders.FirstOrDefault(h => Contradicts(h, holder)) is { } other)
                        throw new FormatException($"{name}({line}): {holder.EnglishName} and {other.EnglishName} hold '{holder.Office}' of {holder.Actor} at the same time; allowed: one holder of an office at a time");
                    holders.Add(holder);
                    break;
                default:
                    throw new FormatException($"{name}({line}): found '{f[0]}'; allowed: actor, alias, holder");
            }
        }
        return ActorCatalog.Of(actors, aliases, holders);
    }

    /// <summary>Whether two different people are said to hold one office on one day. Handing over on the same day is no contradiction.</summary>
    public static bool Contradicts(OfficeHolder a, OfficeHolder b) =>
        a.Actor == b.Actor && a.Office == b.Office && (a.To is not { } aEnds || aEnds > b.From) && (b.To is not { } bEnds || bEnds > a.From);

    private static void Fields(string name, int line, string[] f, int fewest, string allowed)
    {
        if (f.Length < fewest)
            throw new FormatException($"{name}({line}): found {f.Length} fields; allowed: {allowed}, separated by tabs");
    }

    private static void Known(string name, int line, HashSet<string> known, string code)
    {
        if (!known.Contains(code))
            throw new FormatException($"{name}({line}): actor '{code}' is not known; allowed: a code of the catalogue, or one defined by an actor row before");
    }

    private static ActorKind Kind(string name, int line, string value) => value switch
    {
        "state" => ActorKind.State,
        "bloc" => ActorKind.Bloc,
        _ => throw new FormatException($"{name}({line}): kind '{value}'; allowed: state, bloc"),
    };

    private static AliasKind Alias(string name, int line, string value) => value switch
    {
        "name" => AliasKind.Name,
        "name-weak" => AliasKind.NameWeak,
        "organ" => AliasKind.Organ,
        "council" => AliasKind.Council,
        "demonym" => AliasKind.Demonym,
        "demonym-plural" => AliasKind.DemonymPlural,
        "demonym-weak" => AliasKind.DemonymWeak,
        "capital" => AliasKind.Capital,
        "capital-weak" => AliasKind.CapitalWeak,
        "seat" => AliasKind.Seat,
        "agency" => AliasKind.Agency,
        "town" => AliasKind.Town,
        _ => throw new FormatException($"{name}({line}): type '{value}'; allowed: name, demonym, capital, seat, agency, organ, town"),
    };

    private static DateOnly Date(string name, int line, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"{name}({line}): date '{value}'; allowed: yyyy-MM-dd");

    private static int Tolerance(string precision) => precision switch { "day" => 14, "month" => 45, _ => 200 };
}

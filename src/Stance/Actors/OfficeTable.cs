namespace Stance;

/// <summary>Whether an office word means a person or an institution.</summary>
internal enum OfficeKind : byte
{
    Person,
    Institution,
}

/// <summary>What a word before a nationality says about who is meant.</summary>
internal enum NonStateKind : byte
{
    /// <summary>A party, rebels, media, a court, an NGO, an expert …: what follows is not the state.</summary>
    Group,

    /// <summary>A word that makes an official a former one.</summary>
    Former,

    /// <summary>The fixed name of a group or body that contains or resembles a country's name.</summary>
    Fixed,

    /// <summary>A group that is a state's authority from a date on.</summary>
    Dated,

    /// <summary>A word that is also a place or thing: what follows is not the state where its own name stands between («موقع واللا الإسرائيلي», but not «موقع إسرائيلي»).</summary>
    Titled,

    /// <summary>What bears the name of the town where it took place («مؤتمر روما», «اتفاق باريس»): a capital after it is that place.</summary>
    Event,
}

/// <summary>The words by which offices and institutions of a state are named, and those that show that somebody is not the state.</summary>
internal sealed class OfficeTable
{
    public List<(string Office, OfficeKind Kind, string Form)> Offices { get; } = [];

    public List<(NonStateKind Kind, string Form, string? Code, DateOnly From)> NonStates { get; } = [];

    public static OfficeTable Shipped { get; } = Read();

    private static OfficeTable Read()
    {
        var table = new OfficeTable();
        foreach (var file in (ReadOnlySpan<string>)["offices.ar.tsv", "offices.en.tsv"])
            foreach (var (_, f) in LexiconTable.Shipped(file).Rows)
                table.Offices.Add((f[0], f[2] == "institution" ? OfficeKind.Institution : OfficeKind.Person, f[1]));
        foreach (var file in (ReadOnlySpan<string>)["nonstate.ar.tsv", "nonstate.en.tsv"])
        {
            foreach (var (_, f) in LexiconTable.Shipped(file).Rows)
            {
                var kind = f[1] switch
                {
                    "former" => NonStateKind.Former,
                    "fixed" => NonStateKind.Fixed,
                    "dated" => NonStateKind.Dated,
                    "titled" => NonStateKind.Titled,
                    "event" => NonStateKind.Event,
                    _ => NonStateKind.Group,
                };
                var from = kind == NonStateKind.Dated ? DateOnly.ParseExact(f[2], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : default;
                table.NonStates.Add((kind, f[0], kind == NonStateKind.Dated ? f[3] : null, from));
            }
        }
        return table;
    }
}

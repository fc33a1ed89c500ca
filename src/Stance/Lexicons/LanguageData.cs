using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Stance;

/// <summary>A verb or noun by which somebody says or does something.</summary>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Class">Which kind of saying or doing.</param>
/// <param name="Polarity">The speaker's attitude toward the content: 1 held true or wanted, -1 held false or unwanted, 0 open; <c>null</c> where the content itself decides.</param>
/// <param name="TakesClause">Whether a that-clause can follow.</param>
/// <param name="Forms">Every inflected form.</param>
internal sealed record Cue(string Lemma, string Class, int? Polarity, bool TakesClause, string[] Forms)
{
    private readonly Lazy<HashSet<string>> folded = new(() => [.. Forms.Select(NormalizedText.Fold)]);

    /// <summary>Whether a word, normalised, is one of its forms.</summary>
    public bool Has(string word) => folded.Value.Contains(word);
}

/// <summary>What a small word signals.</summary>
internal enum MarkerClass : byte
{
    Other,
    Negation,
    Hedge,
    Condition,
    Obligation,
    Impossibility,
    Permission,
    ReportedByOther,
    Turn,
    Contrast,
    Cause,
    Purpose,
    Anaphora,
    Allegation,
    Joint,
    Former,
    Blurb,
    Honorific,

    /// <summary>Who is named next sides with the speaker before: «وكذلك», as did.</summary>
    Likewise,

    /// <summary>It has the word of a negation and denies nothing: «لا يزال», not only.</summary>
    Affirmation,
}

/// <summary>A small word or fixed phrase that structures what is said.</summary>
internal sealed record Marker(string Form, MarkerClass Class);

/// <summary>A word that judges what it speaks of.</summary>
/// <param name="Form">The word.</param>
/// <param name="Polarity">1 or -1.</param>
/// <param name="Strength">1 to 3.</param>
internal sealed record Evaluative(string Form, int Polarity, int Strength);

/// <summary>How a small word of a proposition ties the state after it to what is said.</summary>
internal enum TieKind : byte
{
    /// <summary>The deed is done to it.</summary>
    To,

    /// <summary>The deed can only harm it.</summary>
    Against,

    /// <summary>Something is taken from it.</summary>
    Off,

    /// <summary>It does the deed.</summary>
    By,

    /// <summary>What follows is a circumstance.</summary>
    Aside,

    /// <summary>Nothing is done to it.</summary>
    Beside,

    /// <summary>What it is a part of owns it.</summary>
    Whole,

    /// <summary>No tie: force, which harms where it is used.</summary>
    Blow,

    /// <summary>It names somebody else, who stands by or against it.</summary>
    Others,

    /// <summary>What is asked is done to one another.</summary>
    Mutual,

    /// <summary>No tie: it makes a statement a praise.</summary>
    Praise,
}

/// <summary>A small word that ties a state to what is said.</summary>
internal sealed record Tie(string Form, TieKind Kind);

/// <summary>A derivational family: the forms of one root that mean the same deed or thing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Concept">Id of the wider class of near-synonyms, across languages.</param>
/// <param name="Polarity">1 brings about or helps, -1 ends or harms, 0 neither.</param>
/// <param name="Forms">The forms.</param>
internal sealed record Family(string Id, string Concept, int Polarity, string[] Forms);

/// <summary>The lexicons that features depend on. A model carries its own copy, so that it scores as it was trained.</summary>
internal sealed class LanguageData
{
    /// <summary>The files, in the order of their hash.</summary>
    public static readonly ImmutableArray<string> Files =
        ["cues.ar.tsv", "cues.en.tsv", "evaluative.ar.tsv", "evaluative.en.tsv", "families.ar.tsv", "families.en.tsv", "function.ar.tsv", "function.en.tsv", "markers.ar.tsv", "markers.en.tsv", "parts.tsv", "turns.tsv"];

    public LanguageData(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        foreach (var name in Files)
        {
            var table = LexiconTable.Parse(name, texts[name], 1);
            foreach (var (line, f) in table.Rows)
                Read(name, line, f);
        }
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Files.Select(f => texts[f])))));
        CueClasses = [.. Cues.Select(c => c.Class).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The lexicons of this build.</summary>
    public static LanguageData Shipped { get; } = new(Files.ToDictionary(f => f, LexiconTable.ShippedText));

    public IReadOnlyDictionary<string, string> Texts { get; }

    public List<Cue> Cues { get; } = [];

    public List<Marker> Markers { get; } = [];

    public List<Evaluative> Evaluatives { get; } = [];

    public List<Family> Families { get; } = [];

    public List<string> FunctionWords { get; } = [];

    /// <summary>Concepts of deeds that undo their object (lift, stop, withdraw, ban).</summary>
    public List<string> TurningConcepts { get; } = [];

    /// <summary>Forms that undo their object where it is a burden.</summary>
    public List<string> LiftingForms { get; } = [];

    /// <summary>Negations that deny a circumstance and not the sentence they stand in.</summary>
    private HashSet<string> CircumstantialNegations { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a marker that denies, denies the sentence it stands in: «should not be renewed», but not «renewed without consent».</summary>
    public bool DeniesSentence(Marker marker) => !CircumstantialNegations.Contains(marker.Form);

    /// <summary>Concepts that make a proposition a judgement of right.</summary>
    public List<string> RightConcepts { get; } = [];

    /// <summary>Concepts that lay a deed at somebody's door.</summary>
    public List<string> AccusingConcepts { get; } = [];

    /// <summary>Concepts by which what others say is called untrue.</summary>
    public HashSet<string> DiscreditingConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Cue classes of deeds that a proposition accuses of.</summary>
    public HashSet<string> DeedClasses { get; } = new(StringComparer.Ordinal);

    /// <summary>Small words that tie a state to what a proposition says.</summary>
    public List<Tie> Ties { get; } = [];

    /// <summary>Concepts by which something is parted from what it is off.</summary>
    public HashSet<string> PartingConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts that burden the one where or to whom they are done.</summary>
    public HashSet<string> BurdeningConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts whose subject gives something up.</summary>
    public HashSet<string> YieldingConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts whose subject goes, to the good of the place.</summary>
    public HashSet<string> LeavingConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts that burden whom they are done to.</summary>
    public HashSet<string> ChargingConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts of land and sea: of whose they are said to be, nothing ill is said.</summary>
    public HashSet<string> GroundConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts of what nobody may do: whose it is said to be, is accused of it.</summary>
    public HashSet<string> MisdeedConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>Concepts whose object is an ill that they end.</summary>
    public HashSet<string> SettlingConcepts { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<string> CueClasses { get; }

    /// <summary>SHA-256 of all files.</summary>
    public string Hash { get; }

    private void Read(string name, int line, string[] f)
    {
        if (name.StartsWith("cues", StringComparison.Ordinal))
        {
            Need(name, line, f, 5);
            int? polarity = f[2] switch { "+" => 1, "-" => -1, "0" => 0, "?" => null, _ => throw new FormatException($"{name}({line}): polarity '{f[2]}'; allowed: +, -, 0, ?") };
            Cues.Add(new Cue(f[0], f[1], polarity, f[3].Split('|').Contains("an") || f[3].Split('|').Contains("that"), LexiconTable.Alternatives(f[4])));
        }
        else if (name.StartsWith("markers", StringComparison.Ordinal))
        {
            Need(name, line, f, 2);
            var known = Enum.TryParse<MarkerClass>(f[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind);
            Markers.Add(new Marker(f[0], known ? kind : MarkerClass.Other));
        }
        else if (name.StartsWith("evaluative", StringComparison.Ordinal))
        {
            Need(name, line, f, 3);
            foreach (var form in LexiconTable.Alternatives(f[0]))
                Evaluatives.Add(new Evaluative(form, f[1] == "+" ? 1 : -1, int.Parse(f[2], System.Globalization.CultureInfo.InvariantCulture)));
        }
        else if (name.StartsWith("families", StringComparison.Ordinal))
        {
            Need(name, line, f, 4);
            Families.Add(new Family(f[0], f[1], f[2] switch { "+" => 1, "-" => -1, _ => 0 }, LexiconTable.Alternatives(f[3])));
        }
        else if (name.StartsWith("parts", StringComparison.Ordinal))
        {
            Need(name, line, f, 2);
            switch (f[0])
            {
                case "parting": PartingConcepts.Add(f[1]); break;
                case "yielding": YieldingConcepts.Add(f[1]); break;
                case "burdening": BurdeningConcepts.Add(f[1]); break;
                case "leaving": LeavingConcepts.Add(f[1]); break;
                case "ground": GroundConcepts.Add(f[1]); break;
                case "misdeed": MisdeedConcepts.Add(f[1]); break;
                case "settling": SettlingConcepts.Add(f[1]); break;
                case "charging": ChargingConcepts.Add(f[1]); break;
                default:
                    if (!Enum.TryParse<TieKind>(f[0], ignoreCase: true, out var tie) || !char.IsLetter(f[0][0]))
                        throw new FormatException($"{name}({line}): kind '{f[0]}'; allowed: {string.Join(", ", Enum.GetNames<TieKind>()).ToLowerInvariant()}, parting, burdening, yielding, leaving, settling, ground, misdeed, charging");
                    Ties.AddRange(LexiconTable.Alternatives(f[1]).Select(form => new Tie(form, tie)));
                    break;
            }
        }
        else if (name.StartsWith("turns", StringComparison.Ordinal))
        {
            Need(name, line, f, 2);
            switch (f[0])
            {
                case "concept": TurningConcepts.Add(f[1]); break;
                case "lift": LiftingForms.AddRange(LexiconTable.Alternatives(f[1])); break;
                case "claim-right": RightConcepts.Add(f[1]); break;
                case "accuse": AccusingConcepts.Add(f[1]); break;
                case "discredit": DiscreditingConcepts.Add(f[1]); break;
                case "deed": DeedClasses.Add(f[1]); break;
                case "without": CircumstantialNegations.UnionWith(LexiconTable.Alternatives(f[1])); break;
                default: throw new FormatException($"{name}({line}): kind '{f[0]}'; allowed: concept, lift, claim-right, accuse, discredit, deed, without");
            }
        }
        else
            FunctionWords.Add(f[0]);
    }

    private static void Need(string name, int line, string[] f, int fewest)
    {
        if (f.Length < fewest)
            throw new FormatException($"{name}({line}): found {f.Length} fields; allowed: at least {fewest}, separated by tabs");
    }
}

namespace Stance;

/// <summary>The roles that a token plays for one (actor, issue) or (source, target), as small numbers: a word of the issue, a favor or against phrase, this actor, a cue of a class, a negation, a word that judges. Words
/// themselves have no number, so that what is learnt of roles carries over to issues never seen. Beside them what holds for the statement as a whole: its cue, how the actor comes to speak, which side the proposition has.</summary>
internal static class RoleCodes
{
    private static readonly List<string> Known = [];
    private static readonly List<(int, int)> Mirrored = [];

    /// <summary>Tokens: words of the issue.</summary>
    public static readonly int Touched = Add("touched"), Topic = Add("topic"), Favor = AddPair("favor phrase", "against phrase"), Against = Favor + 1;

    private static readonly int Orientations = AddOrientations();

    /// <summary>Tokens: who is named.</summary>
    public static readonly int This = Add("this actor"), Other = Add("another actor"), Named = Add("actor that the proposition names, or target"), NamedGains = AddPair("actor that the proposition does good", "actor that the proposition does harm"), NamedLoses = NamedGains + 1;

    private static readonly int Markers = AddAll<MarkerClass>("marker"), Kinds = AddAll<TokenKind>("token"), Cues = AddAll<CueGroup>("cue");

    private static readonly int Judgements = AddAll("judgement", "-3", "-2", "-1", "0", "1", "2", "3"), Polarities = AddAll("polarity", "-1", "0", "1");

    /// <summary>Tokens: of the statement itself, its cue, under a negation.</summary>
    public static readonly int Inside = Add("in the statement"), OwnCue = Add("the statement's cue"), Negated = Add("negated");

    /// <summary>The whole: which way the proposition goes.</summary>
    public static readonly int Affirms = AddPair("proposition affirms", "proposition denies"), Denies = Affirms + 1;

    /// <summary>The whole: the proposition is to the good or the harm of this actor.</summary>
    public static readonly int Gains = AddPair("proposition does the actor good", "proposition does the actor harm"), Loses = Gains + 1;

    private static readonly int WholeCues = AddAll<CueGroup>("cue of the statement"), OuterCues = AddAll<CueGroup>("cue of the outer statement"), Attributions = AddAll<Attribution>("actor speaks"), StatementKinds = AddAll<StatementKind>("kind");

    /// <summary>The whole: what the proposition is about, and where the statement stands.</summary>
    public static readonly int Accuses = Add("proposition accuses"), AboutActor = Add("proposition is about the actor"), NamesActor = Add("proposition names the actor"), NoStateSpeaks = Add("speaker is no state"),
        AnotherSpeaks = Add("another speaks"), CueNegated = Add("cue negated"), Quoted = Add("in quotes"), Title = Add("headline"), Heading = Add("sub-headline"), Lead = Add("lead");

    /// <summary>Number of codes.</summary>
    public static int Count => Known.Count;

    /// <summary>What each code means.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>For each code, the one that stands in its place when the proposition is negated and its phrases are swapped.</summary>
    public static readonly byte[] MirrorOf = Mirror();

    /// <summary>For each code, itself.</summary>
    public static readonly byte[] Itself = [.. Enumerable.Range(0, Known.Count).Select(i => (byte)i)];

    /// <summary>For each code, one that is the same for a proposition and its negation: whether there is a stance must not depend on the side.</summary>
    public static readonly byte[] EvenOf = [.. Enumerable.Range(0, Known.Count).Select(i => Math.Min((byte)i, MirrorOf[i]))];

    /// <summary>Hash of the names and their order: weights of other codes mean nothing.</summary>
    public static string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Known))))[..16];

    public static int Marker(MarkerClass kind) => Markers + (int)kind;

    public static int Token(TokenKind kind) => Kinds + (int)kind;

    public static int Cue(CueGroup group) => Cues + (int)group;

    /// <param name="strength">Polarity times strength, in [-3, 3].</param>
    public static int Judgement(int strength) => Judgements + 3 + Math.Clamp(strength, -3, 3);

    public static int Polarity(int polarity) => Polarities + 1 + Math.Sign(polarity);

    /// <summary>Which way a word of the issue points.</summary>
    /// <param name="orientation">In [-1, 1], not 0.</param>
    public static int Orientation(float orientation) => Orientations + (Math.Abs(orientation) switch { < 0.4f => 0, < 0.75f => 2, _ => 4 }) + (orientation < 0 ? 1 : 0);

    public static int WholeCue(CueGroup group) => WholeCues + (int)group;

    public static int OuterCue(CueGroup group) => OuterCues + (int)group;

    public static int Speaks(Attribution how) => Attributions + (int)how;

    public static int Kind(StatementKind kind) => StatementKinds + (int)kind;

    private static int Add(string name)
    {
        Known.Add(name);
        return Known.Count - 1;
    }

    private static int AddPair(string one, string other)
    {
        var first = Add(one);
        Mirrored.Add((first, Add(other)));
        return first;
    }

    private static int AddAll(string group, params ReadOnlySpan<string> names)
    {
        var first = Known.Count;
        foreach (var name in names)
            Add($"{group} {name}");
        return first;
    }

    private static int AddAll<T>(string group)
        where T : struct, Enum => AddAll(group, Enum.GetNames<T>());

    private static int AddOrientations()
    {
        var first = AddPair("points weakly to favor", "points weakly to against");
        AddPair("points to favor", "points to against");
        AddPair("points strongly to favor", "points strongly to against");
        return first;
    }

    private static byte[] Mirror()
    {
        byte[] mirror = [.. Enumerable.Range(0, Known.Count).Select(i => (byte)i)];
        foreach (var (one, other) in Mirrored)
            (mirror[one], mirror[other]) = ((byte)other, (byte)one);
        return mirror;
    }
}

namespace Stance;

/// <summary>Lists the candidate pairs of sentiment — every actor that speaks or acts × every other that is named near — and fills in their features.</summary>
internal sealed class SentimentExtractor
{
    private const int MostStatements = 12;

    private static readonly string[] WholeNames =
        ["source's mentions", "target's mentions", "actors named", "statements of the source", "best confidence of the source", "statements of the target", "target in the headline", "source in the headline",
        "source is a state", "target is a state", "sentences", "sentences with both"];

    /// <summary>Features of a pair as a whole.</summary>
    public static FeatureSchema WholeSchema { get; } = Schema(WholeNames);

    /// <summary>Features that are cheap: those of the pair as a whole, and how its statements bear on it.</summary>
    public static FeatureSchema GateSchema { get; } = Schema([.. WholeNames, "best bearing", "second bearing", "statements that bear on it"]);

    public static PairPooling Pooling { get; } = new(SentimentFeatures.Schema, WholeSchema);

    private static FeatureSchema Schema(string[] names)
    {
        var schema = new FeatureSchema();
        foreach (var name in names)
            schema.Add(name);
        return schema;
    }

    private readonly Lexicon lexicon;
    private readonly ArticleAnalysis analysis;
    private readonly StatementSignals[] signals;
    private readonly RoleReader roles;
    private readonly List<ActorProfile> profiles;
    private readonly bool[][] mentionedIn;

    public SentimentExtractor(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals, RoleReader? roles = null)
    {
        (this.lexicon, this.analysis, this.signals, this.roles) = (lexicon, analysis, signals, roles ?? new RoleReader(lexicon, analysis, signals));
        profiles = [.. analysis.Actors().Select(a => ActorProfile.Of(analysis, a))];
        mentionedIn = [.. profiles.Select(p => Sentences(p.Actor))];
    }

    /// <summary>The candidates that pass a gate; labelled pairs always pass in training.</summary>
    public List<PairSample> Candidates(PairGate gate, bool rows = true, Func<int, int, bool>? always = null)
    {
        var pairs = new List<PairSample>();
        for (var source = 0; source < profiles.Count; source++)
            for (var target = 0; target < profiles.Count; target++)
                if (source != target && Extract(source, target, always is not null && always(profiles[source].Actor, profiles[target].Actor) ? PairGate.Open : gate, rows) is { } pair)
                    pairs.Add(pair);
        return pairs;
    }

    private PairSample? Extract(int source, int target, PairGate gate, bool rows)
    {
        var context = new SentimentContext(lexicon, analysis, signals, profiles[source].Actor, profiles[target].Actor);
        var relevant = new List<(float Bearing, int Statement)>();
        foreach (var part in profiles[source].Parts)
            if (part.Who * Whom(context, target, analysis.Statements[part.Statement]) is > 0.02f and var bearing)
                relevant.Add((bearing, part.Statement));
        if (relevant.Count == 0)
            return null;
        var whole = Whole(profiles[source], profiles[target], mentionedIn[source], mentionedIn[target]);
        relevant.Sort(static (a, b) => a.Bearing != b.Bearing ? b.Bearing.CompareTo(a.Bearing) : a.Statement.CompareTo(b.Statement));
        float[] gateFeatures = [.. whole, relevant[0].Bearing, relevant.Count > 1 ? relevant[1].Bearing : 0, relevant.Count];
        if (!gate.Passes(gateFeatures))
            return null;
        if (relevant.Count > MostStatements)
            relevant.RemoveRange(MostStatements, relevant.Count - MostStatements);
        relevant.Sort(static (a, b) => a.Statement.CompareTo(b.Statement));
        var sample = new PairSample
        {
            First = context.Source,
            Second = context.Target,
            Statements = [.. relevant.Select(p => p.Statement)],
            WholeLength = whole.Length,
            Gate = gateFeatures,
        };
        if (!rows)
            return sample;
        sample.Rows = FeatureRows.Of(relevant.Count, SentimentFeatures.Schema.Count);
        sample.Read = r => roles.OfSentiment(sample.First, sample.Second, sample.Statements[r]);
        for (var r = 0; r < sample.Rows.Count; r++)
            SentimentFeatures.Write(context, sample.Statements[r], sample.Rows[r]);
        return sample;
    }

    private float Whom(in SentimentContext context, int target, Statement statement)
    {
        for (var k = context.FirstMention(statement.First); k < analysis.Mentions.Count && analysis.Mentions[k].First < statement.End; k++)
            if (analysis.Mentions[k].Actor == context.Target)
                return 1;
        return mentionedIn[target][statement.Sentence] ? 0.6f : statement.Sentence > 0 && mentionedIn[target][statement.Sentence - 1] ? 0.25f : 0;
    }

    private bool[] Sentences(int actor)
    {
        var sentences = new bool[analysis.Document.Sentences.Count];
        var t = 0;
        foreach (var mention in analysis.Mentions)
        {
            while (t < sentences.Length && analysis.Document.Sentences[t].EndToken <= mention.First)
                t++;
            if (mention.Actor == actor && t < sentences.Length && analysis.Document.Sentences[t].FirstToken <= mention.First)
                sentences[t] = true;
        }
        return sentences;
    }

    private float[] Whole(ActorProfile source, ActorProfile target, bool[] ofSource, bool[] ofTarget)
    {
        var both = 0;
        for (var t = 0; t < ofSource.Length; t++)
            if (ofSource[t] && ofTarget[t])
                both++;
        var actors = lexicon.Catalog.Actors;
        return
        [
            source.Mentions, target.Mentions, profiles.Count, source.Speaking, source.BestConfidence, target.Speaking, target.InTitle ? 1 : 0, source.InTitle ? 1 : 0, actors[source.Actor].Kind == ActorKind.State ? 1 : 0,
            actors[target.Actor].Kind == ActorKind.State ? 1 : 0, ofSource.Length, both,
        ];
    }
}

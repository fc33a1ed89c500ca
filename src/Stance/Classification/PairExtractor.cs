namespace Stance;

/// <summary>Lists the candidate pairs of an article — every actor named × every issue touched — and fills in their features.</summary>
internal sealed class PairExtractor
{
    /// <summary>A pair has at most this many statements; those that bear on it least are left out.</summary>
    private const int MostStatements = 12;

    /// <summary>An issue is a candidate where some sentence matches it at least this well …</summary>
    public const float FewestMatch = 0.3f;

    /// <summary>… or shares words of at least this weight with its definition.</summary>
    public const float FewestMass = 6;

    private const float FewestBearing = 0.02f;

    private static readonly string[] WholeNames =
        ["actor's mentions", "actor's share of mentions", "actors named", "actor only as place", "statements with the actor speaking", "best confidence as speaker", "actor in the headline", "first mention", "issue's best match",
        "issue's most words", "sentences that touch the issue", "issue in the headline", "issue names the actor", "sentences", "actor named as office or holder", "issue states present", "statements", "most anchors in a sentence", .. IssuePresence.Names, .. BackgroundMatches.ArticleNames];

    /// <summary>Features of a pair as a whole.</summary>
    public static FeatureSchema WholeSchema { get; } = Schema(WholeNames);

    /// <summary>Features that are cheap: those of the pair as a whole, and how its statements bear on it.</summary>
    public static FeatureSchema GateSchema { get; } = Schema([.. WholeNames, "best bearing", "second bearing", "statements that bear on it", "best speaker x match", "best speaker x match of the sentence", "most issue words in its statements", "bearing in the lead", "best speaker x anchors of the sentence"]);

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
    private readonly IssueIndex index;
    private readonly IssueWindows windows;
    private readonly RoleReader roles;
    private readonly int states;
    private readonly List<int> actors;
    private readonly Dictionary<int, ActorProfile> profiles = [];
    private readonly List<(float Bearing, int Statement, float Who)> relevant = [];
    private readonly List<int> bearing = [];
    private readonly float[] gates;

    public PairExtractor(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals, IssueIndex index, IssueWindows windows, RoleReader? roles = null)
    {
        (this.lexicon, this.analysis, this.signals, this.index, this.windows, this.roles) = (lexicon, analysis, signals, index, windows, roles ?? new RoleReader(lexicon, analysis, signals));
        states = analysis.Mentions.Count(m => m.IsState);
        actors = analysis.Actors();
        gates = new float[actors.Count * GateSchema.Count];
    }

    /// <summary>Whether an issue is touched well enough to be asked about.</summary>
    public static bool IsCandidate(IssueWindows.PerIssue window) => window.Best >= FewestMatch || window.Mass >= FewestMass;

    /// <summary>The candidates that pass a gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="rows">Whether to fill in the features of their statements.</param>
    /// <param name="always">Pairs that need not pass: in training, the labelled ones.</param>
    /// <param name="asked">Issues to look at; <c>null</c>: all. In training, those that the article is labelled for.</param>
    public List<PairSample> Candidates(PairGate gate, bool rows = true, Func<int, int, bool>? always = null, Func<int, bool>? asked = null)
    {
        var pairs = new List<PairSample>();
        if (actors.Count == 0)
            return pairs;
        foreach (var issue in windows.Issues.Order())
        {
            if ((asked is not null && !asked(issue)) || !IsCandidate(windows.Of(issue)!))
                continue;
            var what = What(issue);
            var context = new StanceContext(lexicon, analysis, signals, index, windows, -1, issue);
            bearing.Clear();
            foreach (var actor in actors)
                if (Relevant(actor, what).Count > 0)
                {
                    Gate(context with { Actor = actor }, gates.AsSpan(bearing.Count * GateSchema.Count, GateSchema.Count));
                    bearing.Add(actor);
                }
            var passes = gate.Passes(bearing.Count, GateSchema.Count, (i, x) => gates.AsSpan(i * GateSchema.Count, GateSchema.Count).CopyTo(x));
            for (var i = 0; i < bearing.Count; i++)
                if (passes[i] || (always is not null && always(bearing[i], issue)))
                {
                    Relevant(bearing[i], what);
                    pairs.Add(Sample(context with { Actor = bearing[i] }, issue, gates[(i * GateSchema.Count)..((i + 1) * GateSchema.Count)], rows));
                }
        }
        return pairs;
    }

    /// <summary>One pair, or <c>null</c> where no statement bears on it.</summary>
    public PairSample? Extract(int actor, int issue, bool evenIfEmpty = false)
    {
        if (Relevant(actor, What(issue)).Count == 0 && !evenIfEmpty)
            return null;
        var context = new StanceContext(lexicon, analysis, signals, index, windows, actor, issue);
        var gate = new float[GateSchema.Count];
        Gate(context, gate);
        return Sample(context, issue, gate, rows: true);
    }

    private ActorProfile Profile(int actor)
    {
        if (!profiles.TryGetValue(actor, out var profile))
            profiles[actor] = profile = ActorProfile.Of(analysis, actor);
        return profile;
    }

    /// <summary>The statements that bear on a pair, by how much each touches its issue.</summary>
    private List<(float Bearing, int Statement, float Who)> Relevant(int actor, float[] what)
    {
        relevant.Clear();
        foreach (var part in Profile(actor).Parts)
            if (part.Who * what[part.Statement] is > FewestBearing and var bearing)
                relevant.Add((bearing, part.Statement, part.Who));
        return relevant;
    }

    /// <summary>The pair of the statements that were found relevant.</summary>
    private PairSample Sample(in StanceContext context, int issue, float[] gate, bool rows)
    {
        if (relevant.Count > MostStatements)
        {
            relevant.Sort(static (a, b) => a.Bearing != b.Bearing ? b.Bearing.CompareTo(a.Bearing) : a.Statement.CompareTo(b.Statement));
            relevant.RemoveRange(MostStatements, relevant.Count - MostStatements);
            relevant.Sort(static (a, b) => a.Statement.CompareTo(b.Statement));
        }
        var sample = new PairSample { First = context.Actor, Second = issue, Statements = [.. relevant.Select(p => p.Statement)], WholeLength = WholeSchema.Count, Gate = gate, Named = context.PropositionStates, NamedParts = context.PropositionParts };
        if (!rows)
            return sample;
        sample.Rows = FeatureRows.Of(sample.Statements.Length, StanceFeatures.Schema.Count);
        var read = context;
        sample.Read = r => roles.OfStance(read, sample.Statements[r]);
        for (var r = 0; r < sample.Rows.Count; r++)
            StanceFeatures.Write(context, sample.Statements[r], sample.Rows[r]);
        sample.Confidences = [.. Enumerable.Range(0, sample.Rows.Count).Select(r => StanceFeatures.ConfidenceOf(sample.Rows[r]))];
        return sample;
    }

    /// <summary>How much each statement touches an issue: in itself, in its sentence, with the sentence before, or by taking it up again.</summary>
    private float[] What(int issue)
    {
        var context = new StanceContext(lexicon, analysis, signals, index, windows, -1, issue);
        var what = new float[analysis.Statements.Count];
        for (var s = 0; s < what.Length; s++)
        {
            var sentence = analysis.Statements[s].Sentence;
            ref readonly var here = ref context.Here(s);
            var value = Math.Max(here.Best, here.Mass / 15);
            value = Math.Max(value, 0.7f * context.Sentence(sentence).Best);
            value = Math.Max(value, 0.5f * context.Around(sentence).Best);
            if (signals[s].Anaphora > 0 && context.SinceMatch(sentence) <= 3)
                value = Math.Max(value, 0.4f);
            else if (context.SinceMatch(sentence) <= 1)
                value = Math.Max(value, 0.2f);
            what[s] = value < 0.12f ? 0 : value;
        }
        return what;
    }

    /// <summary>Of a gate vector, how well the best statement bears on the pair.</summary>
    public static float BestBearing(float[] gate) => gate[WholeNames.Length];

    /// <summary>Fills in what is cheap to know of a pair, from the statements that were found relevant.</summary>
    private void Gate(in StanceContext context, Span<float> x)
    {
        var profile = Profile(context.Actor);
        ReadOnlySpan<float> whole =
        [
            profile.Mentions, states == 0 ? 0 : (float)profile.Mentions / states, actors.Count, profile.Mentions > 0 && profile.Places == profile.Mentions ? 1 : 0, profile.Speaking, profile.BestConfidence,
            profile.InTitle ? 1 : 0, analysis.Document.Tokens.Count == 0 ? 1 : (float)profile.FirstToken / analysis.Document.Tokens.Count, context.BestInArticle, context.MostMass, context.SentencesTouched, context.TitleMatch,
            context.IssueNamesActor ? 1 : 0, analysis.Document.Sentences.Count, profile.Offices, context.StatesPresent, analysis.Statements.Count, context.MostAnchor,
        ];
        whole.CopyTo(x);
        context.Presence.CopyTo(x[whole.Length..]);
        context.Neighbours.CopyTo(x[(whole.Length + IssuePresence.Names.Count)..]);
        float best = 0, second = 0, speaker = 0, speakerSentence = 0, mass = 0, lead = 0, anchor = 0;
        foreach (var (bearing, s, who) in relevant)
        {
            if (bearing > best) (best, second) = (bearing, best);
            else if (bearing > second) second = bearing;
            ref readonly var here = ref context.Here(s);
            ref readonly var sentence = ref context.Sentence(analysis.Statements[s].Sentence);
            speaker = Math.Max(speaker, who * here.Best);
            speakerSentence = Math.Max(speakerSentence, who * sentence.Best);
            mass = Math.Max(mass, here.Mass);
            anchor = Math.Max(anchor, who * sentence.Anchor);
            if (analysis.Statements[s].Sentence <= 2) lead = Math.Max(lead, bearing);
        }
        ReadOnlySpan<float> bears = [best, second, relevant.Count, speaker, speakerSentence, mass, lead, anchor];
        bears.CopyTo(x[WholeNames.Length..]);
    }
}

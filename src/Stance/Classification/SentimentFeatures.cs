namespace Stance;

/// <summary>Features of one statement for one (source, target): who speaks or acts, where the other stands, and with what words. Nothing in them names a state.</summary>
internal static class SentimentFeatures
{
    public static FeatureSchema Schema { get; } = new();

    private static readonly int Subject = Schema.Add("source as subject"), Continued = Schema.Add("source continued"), Carried = Schema.Add("source carried"),
        Outer = Schema.Add("source of the outer statement"), Embedded = Schema.Add("source embedded"), Topic = Schema.Add("source as topic"), Confidence = Schema.Add("source confidence"),
        Others = Schema.Add("confidence of another speaker"), SourceMentioned = Schema.Add("source mentioned"), SourceAttributive = Schema.Add("source as attribute"), SourceTarget = Schema.Add("source after a preposition"),
        TargetMentioned = Schema.Add("target mentioned"), TargetSpeaks = Schema.Add("target speaks too"), TargetAttributive = Schema.Add("target as attribute"), TargetPlace = Schema.Add("target as place"),
        TargetAfterPreposition = Schema.Add("target after a preposition"), TargetCounterpart = Schema.Add("target as counterpart"), TargetOffice = Schema.Add("target as office or holder"),
        TargetWith = Schema.Add("target after with"), TargetAgainst = Schema.Add("target after against"), TargetToward = Schema.Add("target after toward or of"), TargetAfterCue = Schema.Add("target after the cue"),
        CueDistance = Schema.Add("words between cue and target"), Joined = Schema.Add("source and target in a list"), TargetBefore = Schema.Add("target in the sentence before"), OtherActors = Schema.Add("other actors mentioned"),
        ActorsBetween = Schema.Add("actors between cue and target"),
        Kinds = Schema.AddGroup<StatementKind>("kind"), Depth = Schema.Add("depth"), Title = Schema.Add("headline"), Lead = Schema.Add("lead"), Position = Schema.Add("position"),
        CueGroups = Schema.AddGroup<CueGroup>("cue"), OuterGroups = Schema.AddGroup<CueGroup>("outer cue"), CueIsNoun = Schema.Add("cue is a noun"), CueSign = Schema.Add("cue sign"), OuterSign = Schema.Add("outer sign"),
        Negations = Schema.Add("negations"), Hedges = Schema.Add("hedges"), Conditions = Schema.Add("conditions"), Obligations = Schema.Add("obligations"), Allegations = Schema.Add("allegation words"),
        Praise = Schema.Add("praise"), Blame = Schema.Add("blame"), Judged = Schema.Add("praise less blame"), JudgedNear = Schema.Add("judging words near the target"), Helping = Schema.Add("helping words"), Harming = Schema.Add("harming words"),
        HarmingNear = Schema.Add("harming words near the target"), Reported = Schema.Add("reported by another"), Words = Schema.Add("words");

    /// <summary>Fills one vector of <see cref="Schema"/>'s length.</summary>
    public static void Write(in SentimentContext context, int s, Span<float> x)
    {
        x.Clear();
        var statement = context.Analysis.Statements[s];
        var signal = context.Signals[s];
        Source(context, statement, x);
        Target(context, statement, s, x);
        x[Kinds + (int)statement.Kind] = 1;
        x[Depth] = statement.Depth;
        x[Title] = signal.IsTitle ? 1 : 0;
        x[Lead] = signal.IsLead ? 1 : 0;
        x[Position] = signal.Position;
        x[CueGroups + (int)signal.Group] = statement.CueNegated ? -1 : 1;
        x[OuterGroups + (int)signal.OuterGroup] = 1;
        x[CueIsNoun] = statement.CueIsNoun ? 1 : 0;
        x[CueSign] = signal.IsOpen ? 0 : signal.CueSign;
        x[OuterSign] = signal.OuterSign;
        x[Negations] = signal.Negations;
        x[Hedges] = signal.Hedges;
        x[Conditions] = signal.Conditions;
        x[Obligations] = signal.Obligations;
        x[Allegations] = signal.Allegations;
        x[Praise] = signal.Praise;
        x[Blame] = signal.Blame;
        x[Judged] = signal.Praise - signal.Blame;
        x[Helping] = signal.Helping;
        x[Harming] = signal.Harming;
        x[Reported] = signal.ReportedByOther;
        x[Words] = signal.Words;
    }

    private static void Source(in SentimentContext context, Statement statement, Span<float> x)
    {
        foreach (var speaker in statement.Speakers)
        {
            if (speaker.Actor == context.Target)
                x[TargetSpeaks] = Math.Max(x[TargetSpeaks], speaker.Confidence);
            if (speaker.Actor != context.Source)
            {
                x[Others] = Math.Max(x[Others], speaker.Confidence);
                continue;
            }
            var slot = speaker.How switch
            {
                Attribution.Subject => Subject,
                Attribution.Continued => Continued,
                Attribution.Carried => Carried,
                Attribution.Outer => Outer,
                Attribution.Embedded => Embedded,
                _ => Topic,
            };
            x[slot] = Math.Max(x[slot], speaker.Confidence);
            x[Confidence] = Math.Max(x[Confidence], speaker.Confidence);
        }
    }

    private static void Target(in SentimentContext context, Statement statement, int s, Span<float> x)
    {
        var mentions = context.Analysis.Mentions;
        var document = context.Analysis.Document;
        var nearest = 30;
        var lastWasSource = false;
        for (var k = context.FirstMention(statement.First); k < mentions.Count && mentions[k].First < statement.End; k++)
        {
            var mention = mentions[k];
            if (mention.Actor == context.Source)
            {
                x[SourceMentioned]++;
                if (mention.IsAttributive) x[SourceAttributive] = 1;
                if (mention.AfterPreposition) x[SourceTarget] = 1;
                lastWasSource = true;
                continue;
            }
            if (mention.Actor != context.Target)
            {
                x[OtherActors]++;
                if (x[TargetMentioned] == 0 && mention.First > statement.Cue) x[ActorsBetween]++;
                lastWasSource = false;
                continue;
            }
            x[TargetMentioned]++;
            if (mention.JoinsPrevious && lastWasSource) x[Joined] = 1;
            if (mention.IsAttributive) x[TargetAttributive] = 1;
            if (mention.IsPlace) x[TargetPlace] = 1;
            if (mention.AfterPreposition) x[TargetAfterPreposition] = 1;
            if (mention.IsCounterpart) x[TargetCounterpart] = 1;
            if (mention.Kind is MentionKind.Office or MentionKind.Holder or MentionKind.LearntName or MentionKind.Seat) x[TargetOffice] = 1;
            if (mention.First > 0 && document.Tokens[mention.First - 1].IsWord)
            {
                switch (document.Word(mention.First - 1))
                {
                    case "مع" or "with": x[TargetWith] = 1; break;
                    case "ضد" or "علي" or "against" or "on": x[TargetAgainst] = 1; break;
                    case "الي" or "تجاه" or "لدي" or "من" or "حيال" or "toward" or "towards" or "to" or "of": x[TargetToward] = 1; break;
                }
            }
            if (statement.Cue >= 0)
            {
                if (mention.First > statement.Cue) x[TargetAfterCue] = 1;
                nearest = Math.Min(nearest, Math.Abs(mention.First - statement.Cue));
            }
            Near(context, mention, x);
            lastWasSource = false;
        }
        x[CueDistance] = nearest;
        if (x[TargetMentioned] == 0 && context.MentionedIn(statement.Sentence, context.Target) is false && statement.Sentence > 0 && context.MentionedIn(statement.Sentence - 1, context.Target))
            x[TargetBefore] = 1;
    }

    /// <summary>Judging and harming words within four tokens of a mention.</summary>
    private static void Near(in SentimentContext context, Mention mention, Span<float> x)
    {
        var tokens = context.Analysis.Document.Tokens.Count;
        for (var i = Math.Max(0, mention.First - 4); i < Math.Min(tokens, mention.End + 4); i++)
        {
            if (i >= mention.First && i < mention.End)
                continue;
            if (context.Analysis.Hits.Longest(i, EntryKind.Evaluative) is { } evaluative)
            {
                var row = context.Lexicon.Data.Evaluatives[evaluative.Entry.Row];
                x[JudgedNear] += row.Polarity * row.Strength;
            }
            foreach (var reading in context.Analysis.Readings[i])
            {
                if (context.Lexicon.Families.Of(reading.Word) is not { Length: > 0 } families)
                    continue;
                if (context.Lexicon.Families.PolarityOf(families[0]) < 0) x[HarmingNear]++;
                break;
            }
        }
    }
}

/// <summary>One (source, target) in one article: what the features of its statements look up.</summary>
internal readonly struct SentimentContext(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals, int source, int target)
{
    public Lexicon Lexicon => lexicon;

    public ArticleAnalysis Analysis => analysis;

    public StatementSignals[] Signals => signals;

    public int Source => source;

    public int Target => target;

    public int FirstMention(int token) => analysis.FirstMention(token);

    public bool MentionedIn(int sentence, int actor)
    {
        var range = analysis.Document.Sentences[sentence];
        for (var k = FirstMention(range.FirstToken); k < analysis.Mentions.Count && analysis.Mentions[k].First < range.EndToken; k++)
            if (analysis.Mentions[k].Actor == actor)
                return true;
        return false;
    }
}

namespace Stance;

/// <summary>Features of one statement for one (actor, issue): who speaks, what is touched, and on which side the words stand. Nothing in them names an issue or a state.</summary>
internal static class StanceFeatures
{
    public static FeatureSchema Schema { get; } = new();

    // Who.
    private static readonly int Subject = Schema.Add("speaker as subject"), Continued = Schema.Add("speaker continued"), Carried = Schema.Add("speaker carried"),
        Outer = Schema.Add("speaker of the outer statement"), Embedded = Schema.Add("speaker embedded"), Topic = Schema.Add("speaker as topic"),
        BestConfidence = Schema.Add("speaker confidence"), OthersConfidence = Schema.Add("confidence of another speaker"), Speakers = Schema.Add("number of speakers"),
        NoStateSpeaks = Schema.Add("speaker is no state"), Mentioned = Schema.Add("actor mentioned"), Attributive = Schema.Add("actor as attribute"),
        Place = Schema.Add("actor as place"), Target = Schema.Add("actor after a preposition"), AttributiveOfMatch = Schema.Add("actor modifies a word of the issue"),
        MatchDistance = Schema.Add("words between actor and issue"), NamedByIssue = Schema.Add("issue names the actor"), Counterpart = Schema.Add("actor as counterpart"),
        JoinedSpeakers = Schema.Add("actor in a list"), CoSpeakers = Schema.Add("speakers together with the actor"), MatchAfterCue = Schema.Add("issue after the cue"), OtherMentions = Schema.Add("other actors mentioned");

    // How.
    private static readonly int KindGroup = Schema.AddGroup<StatementKind>("kind"), Quote = Schema.Add("in quotes"), Depth = Schema.Add("depth"),
        Title = Schema.Add("headline"), Heading = Schema.Add("sub-headline"), Lead = Schema.Add("lead"), Position = Schema.Add("position"),
        CueGroups = Schema.AddGroup<CueGroup>("cue"), OuterGroups = Schema.AddGroup<CueGroup>("outer cue"), CueIsNoun = Schema.Add("cue is a noun"),
        Negations = Schema.Add("negations"), Hedges = Schema.Add("hedges"), Conditions = Schema.Add("conditions"), Obligations = Schema.Add("obligations"),
        Impossibilities = Schema.Add("impossibilities"), Allegations = Schema.Add("allegation words"), Anaphora = Schema.Add("anaphora"), Reported = Schema.Add("reported by another"),
        Purposes = Schema.Add("purpose"), Words = Schema.Add("words");

    // What.
    private static readonly int TopicHere = Schema.Add("topic here"), FavorHere = Schema.Add("favor phrase here", Mirror.SwapsWithNext), AgainstHere = Schema.Add("against phrase here", Mirror.SwapsWithPrevious),
        PropositionHere = Schema.Add("proposition here"), MassHere = Schema.Add("issue words here"), StatesHere = Schema.Add("proposition's states here"), BestHere = Schema.Add("best match here"),
        BestSentence = Schema.Add("best match in the sentence"), MassSentence = Schema.Add("issue words in the sentence"), FavorSentence = Schema.Add("favor phrase in the sentence", Mirror.SwapsWithNext),
        AgainstSentence = Schema.Add("against phrase in the sentence", Mirror.SwapsWithPrevious), BestAround = Schema.Add("best match with the sentence before"), MassAround = Schema.Add("issue words with the sentence before"),
        BestArticle = Schema.Add("best match in the article"), MassArticle = Schema.Add("most issue words in a sentence"), SentencesTouched = Schema.Add("sentences that touch the issue"),
        TitleMatch = Schema.Add("headline's match"), SinceMatch = Schema.Add("sentences since the issue"), AnaphoraAfterMatch = Schema.Add("anaphora after the issue"),
        OtherIssueWords = Schema.Add("share of words matched"), AnchorHere = Schema.Add("anchors here"), AnchorSentence = Schema.Add("anchors in the sentence"), AnchorAround = Schema.Add("anchors with the sentence before"),
        AnchorArticle = Schema.Add("most anchors in a sentence"), Neighbours = AddNeighbours();

    // On which side.
    private static readonly int Side = Schema.Add("side of phrases", Mirror.Odd), SideSentence = Schema.Add("side of phrases in the sentence", Mirror.Odd), SideTimesCue = Schema.Add("side x cue", Mirror.Odd),
        SideTimesCueNegation = Schema.Add("side x cue x negation", Mirror.Odd), SideTimesAll = Schema.Add("side x cue x negation x outer", Mirror.Odd), CueSigned = Schema.Add("cue sign", Mirror.Odd),
        CueSignedMatch = Schema.Add("cue sign x match", Mirror.Odd), CueNegationSigned = Schema.Add("cue x negation", Mirror.Odd), AllSigned = Schema.Add("cue x negation x outer", Mirror.Odd),
        JudgedSigned = Schema.Add("judging words", Mirror.Odd), JudgedTimesCue = Schema.Add("judging words x cue", Mirror.Odd), HelpSigned = Schema.Add("helping and harming words", Mirror.Odd),
        HelpTimesCue = Schema.Add("helping and harming words x cue", Mirror.Odd), AllegationSigned = Schema.Add("allegation", Mirror.Odd), OpenSide = Schema.Add("side, cue open", Mirror.Odd),
        PropositionSign = Schema.Add("proposition", Mirror.Odd), ObligationSigned = Schema.Add("obligation", Mirror.Odd), PredicateSigned = Schema.Add("predicate's side", Mirror.Odd),
        CueGroupSigned = Schema.AddGroup<CueGroup>("signed cue", Mirror.Odd), CueGroupSide = Schema.AddGroup<CueGroup>("side by cue", Mirror.Odd), AttributiveSigned = Schema.Add("act attributed", Mirror.Odd),
        Orient = Schema.Add("orientation", Mirror.Odd), OrientParity = Schema.Add("orientation x negation", Mirror.Odd), OrientCue = Schema.Add("orientation x cue", Mirror.Odd), OrientAll = Schema.Add("orientation x cue x negation x outer", Mirror.Odd),
        OrientNear = Schema.Add("orientation x near operators", Mirror.Odd), OrientNearAll = Schema.Add("orientation x near operators x cue x outer", Mirror.Odd), OrientSum = Schema.Add("orientation x sum of operators", Mirror.Odd),
        OrientOfCue = Schema.Add("orientation of the cue", Mirror.Odd), DistinctSide = Schema.Add("words of one side", Mirror.Odd), DistinctSideParity = Schema.Add("words of one side x negation", Mirror.Odd),
        OrientByCue = Schema.AddGroup<CueGroup>("orientation by cue", Mirror.Odd), NamedSigned = Schema.Add("issue names the actor, signed", Mirror.Odd), NamedPredicate = Schema.Add("issue names the actor x predicate", Mirror.Odd),
        SentenceJudged = Schema.Add("judging words in the sentence", Mirror.Odd), SentenceCues = Schema.Add("cue signs in the sentence", Mirror.Odd), SentenceDenials = Schema.Add("denials in the sentence", Mirror.Odd),
        SentenceOrient = Schema.Add("orientation in the sentence", Mirror.Odd), SentenceOrientCues = Schema.Add("orientation x cue signs in the sentence", Mirror.Odd), SentenceOrientJudged = Schema.Add("orientation x judging words in the sentence", Mirror.Odd),
        SentenceOrientOperators = Schema.Add("orientation x operators in the sentence", Mirror.Odd), SentenceDistinct = Schema.Add("words of one side in the sentence", Mirror.Odd), SentenceSideCues = Schema.Add("side of phrases x denials in the sentence", Mirror.Odd),
        SentenceDiscredit = Schema.Add("words of untruth in the sentence", Mirror.Odd), AccusedSigned = Schema.Add("accused by another, signed", Mirror.Odd);

    // How phrases and text fit word by word.
    private static readonly int Lean = AddReadings("lean"), LeanSentence = AddReadings("lean of the sentence"), LeanShare = Schema.Add("best share of a phrase with a side");

    // Who is accused, and who denies.
    private static readonly int Accuses = Schema.Add("proposition accuses"), AccusesSign = Schema.Add("proposition accuses, signed", Mirror.Odd), AccusesCue = Schema.Add("proposition accuses x cue", Mirror.Odd),
        AccusesJudged = Schema.Add("proposition accuses x judging words", Mirror.Odd), AccusesDenial = Schema.Add("proposition accuses x denials", Mirror.Odd),
        CueApart = Schema.Add("cue sign, cue no word of the issue", Mirror.Odd), CueOwn = Schema.Add("cue a word of the issue, signed", Mirror.Odd), OwnDenial = Schema.Add("denial in its own voice, signed", Mirror.Odd),
        OwnDenialAccused = Schema.Add("denial of an accusation in its own voice, signed", Mirror.Odd), OwnDiscredit = Schema.Add("accusation called untrue in its own voice, signed", Mirror.Odd), AboutActor = Schema.Add("proposition is about the actor"), AboutActorSigned = Schema.Add("proposition is about the actor, signed", Mirror.Odd),
        Part = Schema.Add("part in the proposition", Mirror.Odd), OthersPart = Schema.Add("part of others named", Mirror.Odd), OthersPartCue = Schema.Add("part of others named x cue", Mirror.Odd),
        OthersPartJudged = Schema.Add("part of others named x judging words", Mirror.Odd), OthersPartHelp = Schema.Add("part of others named x deeds", Mirror.Odd), SentencePart = Schema.Add("part of others named in the sentence", Mirror.Odd),
        SentencePartJudged = Schema.Add("part of others named x judging words in the sentence", Mirror.Odd), SentencePartCues = Schema.Add("part of others named x cues in the sentence", Mirror.Odd),
        Idle = Schema.Add(PairPooling.Idle), BlamesAccused = Schema.Add("blames the accused or another", Mirror.Odd),
        AccusesActor = Schema.Add("proposition accuses the actor, signed", Mirror.Odd), AccusesOther = Schema.Add("proposition accuses another, signed", Mirror.Odd);

    private static int AddNeighbours()
    {
        var first = Schema.Count;
        foreach (var name in BackgroundMatches.StatementNames)
            Schema.Add(name);
        return first;
    }

    private static int AddReadings(string name)
    {
        var first = Schema.Count;
        foreach (var reading in PhraseAlignment.ReadingNames)
            Schema.Add($"{name}: {reading}", Mirror.Odd);
        return first;
    }

    /// <summary>Fills one vector of <see cref="Schema"/>'s length.</summary>
    public static void Write(in StanceContext context, int s, Span<float> x)
    {
        x.Clear();
        var analysis = context.Analysis;
        var statement = analysis.Statements[s];
        var signal = context.Signals[s];
        Who(context, statement, s, x);
        How(statement, signal, x);
        What(context, statement, signal, s, x);
        OnWhichSide(context, statement, signal, s, x);
        x[LeanShare] = context.Lean(s, x.Slice(Lean, PhraseAlignment.Readings));
        context.LeanOfSentence(statement.Sentence, x.Slice(LeanSentence, PhraseAlignment.Readings));
        CueAndIssue(context, statement, signal, x);
        Accusation(context, statement, signal, x);
        Parts(context, statement, signal, x);
    }

    /// <summary>What the cue is to the issue, and whether the actor itself denies. Builds on the features of who speaks and on which side.</summary>
    private static void CueAndIssue(in StanceContext context, Statement statement, StatementSignals signal, Span<float> x)
    {
        // «Cut the ties» is the boycott itself, no attitude against it.
        if (statement.Cue >= 0 && context.TouchesIssue(statement.Cue))
            x[CueOwn] = context.PropositionSign * (statement.CueNegated ? -1 : 1);
        else
            x[CueApart] = x[CueSigned];
        // «Lavrov rejects holding Damascus responsible», «sees no proof»: what counts is who denies.
        if (x[BestConfidence] > 0 && (Denies(signal.Group) || Denies(signal.OuterGroup) || signal is { Group: CueGroup.Assert, CueSign: < 0 }))
            x[OwnDenial] = context.PropositionSign * x[BestConfidence];
    }

    /// <summary>The accused deny, and who condemns the deed says that it was done: under a proposition that accuses the same words mean something else.</summary>
    private static void Accusation(in StanceContext context, Statement statement, StatementSignals signal, Span<float> x)
    {
        if (context.IssueIsAboutActor)
            (x[AboutActor], x[AboutActorSigned]) = (1, context.PropositionSign);
        if (!context.IssueAccuses)
            return;
        x[context.IssueIsAboutActor ? AccusesActor : AccusesOther] = context.PropositionSign;
        x[Accuses] = 1;
        x[AccusesSign] = context.PropositionSign;
        x[AccusesCue] = x[CueSigned];
        x[AccusesJudged] = x[JudgedSigned];
        x[AccusesDenial] = x[SentenceDenials] + (Denies(signal.Group) ? context.PropositionSign : 0);
        x[OwnDenialAccused] = x[OwnDenial];
        x[OwnDiscredit] = x[SentenceDiscredit] * x[BestConfidence];
        x[BlamesAccused] = context.PropositionSign * Blames(context, statement, signal);
    }

    /// <summary>Whom a statement blames: 1 the one whom the proposition accuses, -1 somebody else, which mostly clears the first («accuses the rebels»); 0 nobody.</summary>
    private static float Blames(in StanceContext context, Statement statement, StatementSignals signal)
    {
        if (signal.AccusedFrom < 0 || context.Accused < 0)
            return 0;
        var k = context.FirstMention(signal.AccusedFrom);
        for (var i = signal.AccusedFrom + 1; i < statement.End; i++)
        {
            while (k < context.Analysis.Mentions.Count && context.Analysis.Mentions[k].End <= i)
                k++;
            var named = k < context.Analysis.Mentions.Count && context.Analysis.Mentions[k].First <= i ? context.Analysis.Mentions[k].Actor : -1;
            if (named == context.Accused)
                return signal.Parity[signal.AccusedFrom - statement.First];
            if ((named >= 0 && named != context.Actor) || context.Analysis.Hits.Longest(i, NonStateKind.Group) is not null)
                return -signal.Parity[signal.AccusedFrom - statement.First];
        }
        return 0;
    }

    /// <summary>Whoever blames a state that the proposition is to the harm of, stands with the proposition.</summary>
    private static void Parts(in StanceContext context, Statement statement, StatementSignals signal, Span<float> x)
    {
        if (context.PropositionStates.Length == 0)
            return;
        x[Part] = context.PartOf(context.Actor);
        var sentence = context.Analysis.Document.Sentences[statement.Sentence];
        float here = 0, around = 0;
        for (var k = context.FirstMention(sentence.FirstToken); k < context.Analysis.Mentions.Count && context.Analysis.Mentions[k].First < sentence.EndToken; k++)
        {
            var mention = context.Analysis.Mentions[k];
            if (mention.Actor == context.Actor || mention.Actor < 0)
                continue;
            var part = context.PartOf(mention.Actor);
            around += part;
            here += statement.Contains(mention.First) ? part : 0;
        }
        (here, around) = (Math.Sign(here), Math.Sign(around));
        var cue = signal.IsOpen ? 0 : signal.CueSign * signal.OuterSign;
        x[OthersPart] = here;
        x[OthersPartCue] = here * cue;
        x[OthersPartJudged] = here * (signal.Praise - signal.Blame);
        x[OthersPartHelp] = here * (signal.Helping - signal.Harming);
        x[SentencePart] = around;
        x[SentencePartJudged] = around * signal.SentenceJudged;
        x[SentencePartCues] = around * signal.SentenceCues;
    }

    private static bool Denies(CueGroup group) => group is CueGroup.Deny or CueGroup.Reject;

    private static void Who(in StanceContext context, Statement statement, int s, Span<float> x)
    {
        foreach (var speaker in statement.Speakers)
        {
            if (speaker.Actor != context.Actor)
            {
                if (SpeaksWith(context.Actor, statement, speaker.Actor))
                {
                    x[CoSpeakers]++;
                    continue;
                }
                x[OthersConfidence] = Math.Max(x[OthersConfidence], speaker.Confidence);
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
            x[BestConfidence] = Math.Max(x[BestConfidence], speaker.Confidence);
        }
        x[Speakers] = statement.Speakers.Count;
        x[NoStateSpeaks] = statement.SpeakerIsNoState ? 1 : 0;
        ref readonly var match = ref context.Here(s);
        var nearest = 30;
        for (var k = context.FirstMention(statement.First); k < context.Analysis.Mentions.Count; k++)
        {
            var mention = context.Analysis.Mentions[k];
            if (mention.First >= statement.End)
                break;
            if (mention.Actor != context.Actor)
            {
                // «قطعت السعودية ومصر علاقاتهما مع قطر»: who does it together with the actor is no other.
                if (!SpeaksWith(context.Actor, statement, mention.Actor))
                    x[OtherMentions]++;
                continue;
            }
            x[Mentioned]++;
            if (mention.IsAttributive)
            {
                x[Attributive] = 1;
                if (context.TouchesIssue(mention.First - 1) || context.TouchesIssue(mention.First - 2) || context.TouchesIssue(mention.End))
                    x[AttributiveOfMatch] = 1;
            }
            if (mention.IsPlace) x[Place] = 1;
            if (mention.AfterPreposition) x[Target] = 1;
            if (mention.IsCounterpart) x[Counterpart] = 1;
            if (mention.JoinsPrevious || (k + 1 < context.Analysis.Mentions.Count && context.Analysis.Mentions[k + 1].JoinsPrevious)) x[JoinedSpeakers] = 1;
            if (match.At >= 0)
                nearest = Math.Min(nearest, Math.Abs(match.At - mention.End));
        }
        x[MatchDistance] = nearest;
        x[NamedByIssue] = context.IssueNamesActor ? 1 : 0;
        x[MatchAfterCue] = match.At < 0 || statement.Cue < 0 ? 0 : match.At > statement.Cue ? 1 : -1;
    }

    /// <summary>Whether another says or does it together with the actor: both are speakers in the same way, as surely.</summary>
    private static bool SpeaksWith(int actor, Statement statement, int other)
    {
        foreach (var own in statement.Speakers)
            if (own.Actor == actor)
                foreach (var speaker in statement.Speakers)
                    if (speaker.Actor == other && speaker.How == own.How && Math.Abs(speaker.Confidence - own.Confidence) <= AsSure)
                        return true;
        return false;
    }

    /// <summary>Confidences of speakers as far apart are of one list: each name has its own.</summary>
    public const float AsSure = 0.25f;

    /// <summary>Of a statement's vector, how surely the actor speaks.</summary>
    public static float ConfidenceOf(ReadOnlySpan<float> row) => row[BestConfidence];

    private static void How(Statement statement, StatementSignals signal, Span<float> x)
    {
        x[KindGroup + (int)statement.Kind] = 1;
        x[Quote] = statement.InQuote ? 1 : 0;
        x[Depth] = statement.Depth;
        x[Title] = signal.IsTitle ? 1 : 0;
        x[Heading] = signal.IsHeading ? 1 : 0;
        x[Lead] = signal.IsLead ? 1 : 0;
        x[Position] = signal.Position;
        x[CueGroups + (int)signal.Group] = 1;
        x[OuterGroups + (int)signal.OuterGroup] = 1;
        x[CueIsNoun] = statement.CueIsNoun ? 1 : 0;
        x[Negations] = signal.Negations;
        x[Hedges] = signal.Hedges;
        x[Conditions] = signal.Conditions;
        x[Obligations] = signal.Obligations;
        x[Impossibilities] = signal.Impossibilities;
        x[Allegations] = signal.Allegations;
        x[Anaphora] = signal.Anaphora;
        x[Reported] = signal.ReportedByOther;
        x[Purposes] = signal.Purposes;
        x[Words] = signal.Words;
    }

    private static void What(in StanceContext context, Statement statement, StatementSignals signal, int s, Span<float> x)
    {
        ref readonly var here = ref context.Here(s);
        ref readonly var sentence = ref context.Sentence(statement.Sentence);
        ref readonly var around = ref context.Around(statement.Sentence);
        x[TopicHere] = here.Topic;
        x[FavorHere] = here.Favor;
        x[AgainstHere] = here.Against;
        x[PropositionHere] = here.Proposition;
        x[MassHere] = here.Mass;
        x[StatesHere] = here.At < 0 ? 0 : here.States;
        x[BestHere] = here.Best;
        x[BestSentence] = sentence.Best;
        x[MassSentence] = sentence.Mass;
        x[FavorSentence] = sentence.Favor;
        x[AgainstSentence] = sentence.Against;
        x[BestAround] = around.Best;
        x[MassAround] = around.Mass;
        x[BestArticle] = context.BestInArticle;
        x[MassArticle] = context.MostMass;
        x[SentencesTouched] = context.SentencesTouched;
        x[TitleMatch] = context.TitleMatch;
        var since = context.SinceMatch(statement.Sentence);
        x[SinceMatch] = since;
        x[AnaphoraAfterMatch] = signal.Anaphora > 0 && since <= 2 ? 1f / (1 + since) : 0;
        x[AnchorHere] = here.Anchor;
        x[AnchorSentence] = sentence.Anchor;
        x[AnchorAround] = around.Anchor;
        x[AnchorArticle] = context.MostAnchor;
        context.BeyondNeighbours(s, x[Neighbours..]);
        // «Putin repeated in an interview»: whoever speaks there, and on whatever side, it is not said there.
        x[Idle] = here.Mass == 0 && signal.Praise + signal.Blame == 0 && signal.Negations == 0 && signal.Group is CueGroup.None or CueGroup.Say or CueGroup.Negotiate ? 1 : 0;
        x[OtherIssueWords] = signal.Words == 0 ? 0 : here.Mass / (5f * signal.Words);
    }

    private static void OnWhichSide(in StanceContext context, Statement statement, StatementSignals signal, int s, Span<float> x)
    {
        ref readonly var here = ref context.Here(s);
        ref readonly var sentence = ref context.Sentence(statement.Sentence);
        var sign = context.PropositionSign;
        var side = here.Favor - here.Against;
        var sideSentence = sentence.Favor - sentence.Against;
        var sideAt = side >= 0 ? here.FavorAt : here.AgainstAt;
        var parity = Parity(statement, signal, sideAt);
        var matchParity = Parity(statement, signal, here.At);
        var cue = signal.CueSign;
        var match = Math.Max(Math.Max(here.Topic, here.Proposition), sentence.Best * 0.6f);
        x[Side] = side;
        x[SideSentence] = sideSentence;
        x[SideTimesCue] = side * cue;
        x[SideTimesCueNegation] = side * cue * parity;
        x[SideTimesAll] = side * cue * parity * signal.OuterSign;
        x[CueSigned] = sign * cue * (signal.IsOpen ? 0 : 1);
        x[CueSignedMatch] = sign * cue * (signal.IsOpen ? 0 : 1) * match;
        x[CueNegationSigned] = sign * cue * matchParity;
        x[AllSigned] = sign * cue * matchParity * signal.OuterSign;
        var judged = signal.Praise - signal.Blame;
        x[JudgedSigned] = sign * judged;
        x[JudgedTimesCue] = sign * judged * cue * signal.OuterSign;
        var helped = signal.Helping - signal.Harming;
        x[HelpSigned] = sign * helped;
        x[HelpTimesCue] = sign * helped * cue * signal.OuterSign;
        x[AllegationSigned] = sign * signal.Allegations;
        x[OpenSide] = signal.IsOpen ? side * parity : 0;
        x[PropositionSign] = sign;
        x[ObligationSigned] = sign * signal.Obligations * cue;
        x[PredicateSigned] = context.PredicateSide * helped * cue;
        x[CueGroupSigned + (int)signal.Group] = sign * (statement.CueNegated ? -1 : 1);
        x[CueGroupSide + (int)signal.Group] = side * (statement.CueNegated ? -1 : 1);
        x[AttributiveSigned] = x[AttributiveOfMatch] * sign;
        x[NamedSigned] = context.IssueNamesActor ? sign : 0;
        x[NamedPredicate] = context.IssueNamesActor ? context.PredicateSide : 0;
        Orientation(context, statement, signal, x);
        OfSentence(context, statement, signal, sign, sideSentence, x);
    }

    /// <summary>The same over the whole sentence: what is judged stands often in one statement, the judgement in the next.</summary>
    private static void OfSentence(in StanceContext context, Statement statement, StatementSignals signal, float sign, float side, Span<float> x)
    {
        var (orientation, operators, distinct) = context.OrientationOfSentence(statement.Sentence);
        x[SentenceJudged] = sign * signal.SentenceJudged;
        x[SentenceCues] = sign * signal.SentenceCues;
        x[SentenceDenials] = sign * signal.SentenceDenials;
        x[SentenceOrient] = orientation;
        x[SentenceOrientCues] = orientation * Math.Clamp(signal.SentenceCues, -2, 2);
        x[SentenceOrientJudged] = orientation * Math.Clamp(signal.SentenceJudged, -3, 3);
        x[SentenceOrientOperators] = orientation * Math.Clamp(operators, -3, 3);
        x[SentenceDistinct] = distinct;
        x[SentenceDiscredit] = sign * signal.SentenceDiscredits;
        x[SentenceSideCues] = side * signal.SentenceDenials;
        // «تتهم واشنطن طهران»: the accused of an issue that names it answers, where it answers at all, with a denial.
        x[AccusedSigned] = context.IssueNamesActor && (Denies(signal.Group) || Denies(signal.OuterGroup)) ? sign : 0;
    }

    /// <summary>Which way the issue's words in the statement point, and how what stands around them turns it.</summary>
    private static void Orientation(in StanceContext context, Statement statement, StatementSignals signal, Span<float> x)
    {
        float sum = 0, parity = 0, near = 0, count = 0, sides = 0, sidesParity = 0, operators = 0;
        var marks = context.Marks;
        for (var i = statement.First; i < statement.End; i++)
        {
            var side = marks?.SideOf(i) ?? 0;
            if (side is 1 or -1)
            {
                sides += side;
                sidesParity += side * signal.Parity[i - statement.First];
            }
            var orientation = marks?.Orientation[i] ?? 0;
            if (orientation == 0)
            {
                operators += signal.Operators[i - statement.First] * signal.Parity[i - statement.First];
                continue;
            }
            if (i == statement.Cue)
            {
                x[OrientOfCue] = orientation * (statement.CueNegated ? -1 : 1);
                continue;
            }
            count++;
            sum += orientation;
            parity += orientation * signal.Parity[i - statement.First];
            near += orientation * signal.Parity[i - statement.First] * Near(marks!, statement, signal, i);
        }
        x[DistinctSide] = sides;
        x[DistinctSideParity] = sidesParity;
        if (count == 0)
            return;
        // A cue that is the issue's own deed («imposes the sanctions») is no attitude toward it.
        var cue = x[OrientOfCue] != 0 ? 1 : signal.CueSign;
        x[Orient] = sum / count;
        x[OrientParity] = parity / count;
        x[OrientCue] = sum / count * cue;
        x[OrientAll] = parity / count * cue * signal.OuterSign;
        x[OrientNear] = near / count;
        x[OrientNearAll] = near / count * cue * signal.OuterSign;
        x[OrientSum] = sum / count * operators;
        x[OrientByCue + (int)signal.Group] = parity / count * (statement.CueNegated ? -1 : 1);
    }

    /// <summary>Product of the signs of the operators within three tokens before a word and one after, the issue's own words apart.</summary>
    private static float Near(IssueMarks marks, Statement statement, StatementSignals signal, int token)
    {
        var product = 1;
        for (var i = Math.Max(statement.First, token - 3); i <= Math.Min(statement.End - 1, token + 1); i++)
            if (i != token && i != statement.Cue && signal.Operators[i - statement.First] != 0 && marks.Orientation[i] == 0)
                product *= signal.Operators[i - statement.First];
        return product;
    }

    private static float Parity(Statement statement, StatementSignals signal, int token) =>
        token >= statement.First && token < statement.End ? signal.Parity[token - statement.First] : 1;
}

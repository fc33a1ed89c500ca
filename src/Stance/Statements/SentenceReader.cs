namespace Stance;

/// <summary>Reads the sentences of an article one after the other, and from each the statements it holds.</summary>
internal sealed class SentenceReader
{
    private readonly MarkedText text;
    private readonly SpeakerMemory memory = new();
    private readonly SpeakerGroups groups;
    private readonly SubjectFinder subjects;
    private readonly ClauseSegmenter segmenter;
    private readonly ClauseRelations relations;
    private readonly SourceFinder sources;
    private readonly NarrationReader narration;
    private readonly PieceSpeakers speakers;
    private readonly List<Statement> statements = [];

    public SentenceReader(MarkedText text)
    {
        this.text = text;
        groups = new SpeakerGroups(text);
        var fronted = new FrontedSubjects(text);
        var places = new ReportingPlaces(text);
        subjects = new SubjectFinder(text, groups, fronted, places);
        segmenter = new ClauseSegmenter(text, subjects, fronted);
        relations = new ClauseRelations(text, places);
        sources = new SourceFinder(text, groups, subjects);
        narration = new NarrationReader(text, groups, sources, memory);
        speakers = new PieceSpeakers(text, memory);
    }

    /// <summary>The statements of the sentences read so far, in the order of the text.</summary>
    public List<Statement> Statements => statements;

    /// <summary>Reads a sentence, which must follow the one read before.</summary>
    /// <param name="index">Number of the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cues">Its cues, in the order of the text.</param>
    public void Read(int index, Sentence sentence, ReadOnlySpan<CueHit> cues)
    {
        memory.Begin(sentence);
        var layout = Lay(index, sentence, cues);
        var firstStatement = statements.Count;
        if (layout.Teller.SpeaksFromHead)
            memory.Name(layout.Teller.Speakers, layout.Teller.IsNoState);
        if (layout.LeadIsNarration)
            statements.Add(narration.Read(layout, sentence.FirstToken, layout.Lead));
        // The statement that has a that-clause, a quotation or an object which the following ones may lie in.
        var outer = -1;
        for (var k = 0; k < layout.Cues.Count; k++)
            if (layout.Starts[k] < layout.EndOf(k))
                outer = Read(layout, k, outer, statements.Count > firstStatement);
    }

    private SentenceLayout Lay(int index, Sentence sentence, ReadOnlySpan<CueHit> all)
    {
        var quotes = new QuotedTokens(text, sentence);
        var cues = segmenter.MainCues(all, sentence);
        var starts = segmenter.Starts(cues, sentence);
        var teller = sources.TellerOf(cues, starts, sentence, quotes, memory.Sayer);
        var lead = cues.Count == 0 ? sentence.EndToken : starts[0];
        // What stands before the first cue is narration of its own where that cue has a subject; else it names who goes on.
        var isNarration = cues.Count == 0
            // What a dash parts at the head of a line is a dateline or a label.
            || (lead - sentence.FirstToken > 4 && text.Tokens[lead - 1].Kind != TokenKind.Dash && text.HasWords(sentence.FirstToken, lead, 4) && subjects.Of(cues[0], lead, sentence, out _).Count > 0);
        if (!isNarration)
            starts[0] = sentence.FirstToken;
        return new SentenceLayout
        {
            Index = index,
            Sentence = sentence,
            Quotes = quotes,
            QuoteGoesOn = text.Tokens[sentence.FirstToken].IsQuote && teller.Speakers.Count == 0 && !teller.IsNoState && cues.TrueForAll(c => quotes[c.First]),
            IsTurn = relations.StartsWithTurn(sentence.FirstToken),
            Reporter = sources.Reporter(sentence, quotes),
            Teller = teller,
            Cues = cues,
            Starts = starts,
            Lead = lead,
            LeadIsNarration = isNarration,
        };
    }

    /// <summary>Reads the piece of a cue; returns the statement in which the next ones may lie.</summary>
    private int Read(SentenceLayout layout, int k, int outer, bool follows)
    {
        var piece = PieceOf(layout, k, outer, follows);
        var who = speakers.Of(piece, layout);
        var found = who.Speakers;
        if (k == 0 && piece.Subject.Count == 0 && !piece.IsNoState && (layout.IsTurn || piece.First < layout.Lead))
            found = WithTopic(piece, layout, found);
        groups.AddPassiveAgent(piece.Cue, piece.End, found);
        found = groups.WithLikeMinded(piece.Cue.End, piece.End, found);
        if (layout.Reporter >= 0 && !who.IsEmbedded && !piece.InQuote)
            found = sources.WithReporter(layout.Reporter, found);
        // «… ، واستعجلت الإمارات …»: a clause with a verb that no lexicon knows is told for itself.
        var end = who.IsEmbedded || piece.InQuote ? piece.End : segmenter.ClauseOfAnother(piece.Cue.End, piece.End, layout.Quotes, found);
        statements.Add(StatementOf(piece, layout, end, found, who));
        var governs = !who.IsEmbedded && !piece.IsNoun && (piece.Definition.TakesClause || piece.Definition.Polarity is not null);
        var next = governs ? statements.Count - 1 : outer;
        if (end < piece.End)
            statements.Add(new Statement { Sentence = layout.Index, First = end, End = piece.End, Kind = StatementKind.Narration, Speakers = narration.Topic(end, piece.End, []) });
        return next;
    }

    private Piece PieceOf(SentenceLayout layout, int k, int outer, bool follows)
    {
        var (cue, first, end) = (layout.Cues[k], layout.Starts[k], layout.EndOf(k));
        var inQuote = layout.Quotes[cue.First];
        var subject = subjects.Of(cue, first, layout.Sentence, out var isNoState);
        if (subject.Count == 0 && cue.Form == CueForm.Verb)
            subject = groups.Members(cue.End, end);
        var relative = relations.IsRelative(cue.First) || (text.IsArabic && subject.Count > 0 && relations.IsAsyndetic(cue));
        if (relative && cue is { Form: CueForm.Verb, Suffix: false } && relations.Antecedent(cue.First) is >= 0 and var antecedent)
            (subject, isNoState) = (groups.JoinedBack(antecedent, Attribution.Subject, 0.8f), false);
        var embedded = outer >= 0
            ? !relations.IsReset(first, cue) && !(relations.IsComment(cue.First) && !inQuote) && (inQuote || relative || cue.Form == CueForm.Noun || relations.IsInClauseOf(statements[outer], cue, subject))
            : inQuote && follows;
        return new Piece
        {
            Cue = cue,
            Definition = text.Definition(cue),
            First = first,
            End = end,
            InQuote = inQuote,
            IsRelative = relative,
            Subject = subject,
            IsNoState = isNoState,
            Outer = outer,
            IsEmbedded = embedded,
            IsContrasted = relations.IsContrasted(first, cue),
            IsTold = k < layout.Teller.EndCue,
            Follows = follows,
        };
    }

    /// <summary>Who stands before a verb without a subject, or is named in the turn that begins with it, goes on; the speakers found so far where nobody does.</summary>
    private List<Speaker> WithTopic(Piece piece, SentenceLayout layout, List<Speaker> found)
    {
        var topic = narration.Topic(piece.First, layout.IsTurn ? piece.End : piece.Cue.First, found);
        if (topic.Count > 0 && topic[0].How == Attribution.Topic && !piece.IsNoun && !piece.InQuote)
            memory.GoOn(topic);
        return topic;
    }

    private Statement StatementOf(Piece piece, SentenceLayout layout, int end, List<Speaker> found, PieceSpeaker who)
    {
        var isDirect = piece.InQuote || layout.Quotes.Any(piece.Cue.End, piece.End);
        return new Statement
        {
            Sentence = layout.Index,
            First = piece.First,
            End = end,
            Cue = piece.Cue.First,
            CueRow = piece.Cue.Row,
            Kind = isDirect ? StatementKind.Direct : CueClasses.IsAct(piece.Definition) ? StatementKind.Act : StatementKind.Indirect,
            CueNegated = relations.IsNegated(piece.Cue.First, piece.First),
            CueIsNoun = piece.IsNoun,
            Depth = who.IsEmbedded ? 1 + (piece.Outer >= 0 ? statements[piece.Outer].Depth : 0) : 0,
            Outer = who.IsEmbedded ? piece.Outer : -1,
            InQuote = piece.InQuote,
            Speakers = found,
            SpeakerIsNoState = who.IsNoState,
        };
    }
}

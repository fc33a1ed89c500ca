namespace Stance;

/// <summary>Finds who says or does what. A sentence is cut at its cues; each piece gets the subject of its cue, else goes on with the speaker before it.</summary>
/// <remarks>Order of evidence for the speaker: an explicit subject after the verb or before it; a continuation verb or participle; a turn marker, which resets;
/// an open quotation; else the speaker of the sentence before with less and less confidence. A statement within another's speech keeps the outer speaker, and its own
/// subject only as <see cref="Attribution.Embedded"/>: what Moscow says that Washington claims is not what Washington says.</remarks>
internal sealed class StatementExtractor
{
    private readonly MarkedText text;
    private readonly SpeakerGroups groups;
    private readonly SubjectFinder subjects;
    private readonly ClauseSegmenter segmenter;
    private readonly ClauseRelations relations;
    private readonly SourceFinder sources;
    private readonly List<CueHit> cues;
    private readonly List<Statement> statements = [];

    // The speaker who would go on: of the last statement that was nobody else's speech.
    private List<Speaker> current = [];
    private bool currentIsNoState;

    // The last who spoke, whoever acted since: «وقالت» goes on from here.
    private List<Speaker> sayer = [];

    private StatementExtractor(MarkedText text, List<CueHit> cues)
    {
        (this.text, this.cues) = (text, cues);
        groups = new SpeakerGroups(text);
        var fronted = new FrontedSubjects(text);
        var places = new ReportingPlaces(text);
        subjects = new SubjectFinder(text, groups, fronted, places);
        segmenter = new ClauseSegmenter(text, subjects, fronted);
        relations = new ClauseRelations(text, places);
        sources = new SourceFinder(text, groups, subjects);
    }

    public static List<Statement> Extract(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var cues = CueFinder.Find(lexicon, document, hits, mentions);
        var extractor = new StatementExtractor(new MarkedText(lexicon, document, readings, hits, mentions), cues);
        var c = 0;
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            while (c < cues.Count && cues[c].First < sentence.FirstToken)
                c++;
            var first = c;
            while (c < cues.Count && cues[c].First < sentence.EndToken)
                c++;
            extractor.Read(s, sentence, first, c);
        }
        return extractor.statements;
    }

    private void Read(int s, Sentence sentence, int firstOfAll, int endOfAll)
    {
        var cues = segmenter.MainCues(this.cues, sentence, firstOfAll, endOfAll);
        const int firstCue = 0;
        var endCue = cues.Count;
        if (sentence.IsTitle || sentence.IsHeading)
        {
            // A headline speaks of itself; what follows it does not go on from its speaker.
            (current, currentIsNoState, sayer) = ([], false, []);
        }
        var quotes = new QuotedTokens(text, sentence);
        var turn = relations.StartsWithTurn(sentence.FirstToken);
        var carriedFrom = current;
        var sentenceStart = statements.Count;
        if (firstCue == endCue)
        {
            Narrate(s, sentence, sentence.FirstToken, sentence.EndToken, quotes, turn);
            return;
        }
        var starts = segmenter.Starts(cues, sentence);
        var reporter = sources.Reporter(sentence, quotes);
        // «"…", said Lavrov», «… , he said»: who speaks is named last, and what stands before is what was said.
        var tail = sources.Tail(cues, starts, sentence, quotes, sayer, out var teller, out var tellerIsNoState);
        if (tail >= 0 && quotes[sentence.FirstToken] && !sentence.OpensInQuote)
            (current, currentIsNoState) = (teller, tellerIsNoState);
        var told = tail >= 0 ? teller : [];
        if (tail < 0 && sources.Announced(sentence, starts[0], quotes) is { Count: > 0 } announced)
        {
            // «لافروف من طشقند: …»: the whole line is what he says.
            (teller, tellerIsNoState, told, tail) = (announced, false, announced, endCue);
            (current, currentIsNoState) = (announced, false);
        }
        // What stands before the first cue is narration of its own where that cue has a subject; else it names who goes on.
        var lead = starts[0];
        if (lead - sentence.FirstToken > 4 && text.HasWords(sentence.FirstToken, lead, 4) && subjects.Of(cues[0], lead, sentence, out _).Count > 0)
            Narrate(s, sentence, sentence.FirstToken, lead, quotes, turn, told);
        else
            starts[0] = sentence.FirstToken;

        // The statement that has a that-clause, a quotation or an object which the following ones may lie in.
        var outer = -1;
        for (var k = firstCue; k < endCue; k++)
        {
            var cue = cues[k];
            var first = starts[k - firstCue];
            var end = k + 1 < endCue ? starts[k + 1 - firstCue] : sentence.EndToken;
            if (first >= end)
                end = Math.Min(sentence.EndToken, cue.End);
            if (first >= end)
                continue;
            var definition = text.Definition(cue);
            var inQuote = quotes[cue.First];
            var subject = subjects.Of(cue, first, sentence, out var isNoState);
            if (subject.Count == 0 && cue.Form == CueForm.Verb)
                subject = groups.Members(cue.End, end);
            var relative = relations.IsRelative(cue.First);
            var reset = relations.IsReset(first, cue);
            var embedded = outer >= 0 && !reset && (inQuote || relative || cue.Form == CueForm.Noun || relations.IsInClauseOf(statements[outer], cue, subject));
            List<Speaker> speakers;
            var noState = false;
            if (inQuote && outer < 0 && statements.Count > sentenceStart)
                embedded = true;
            if (k < tail)
            {
                speakers = SpeakerGroups.Downgrade(teller, Attribution.Outer, 0.9f);
                SpeakerGroups.AddEmbedded(speakers, subject, inQuote ? 0.35f : 0.5f);
                (embedded, noState) = (true, tellerIsNoState);
            }
            else if (inQuote && current.Count > 0 && (outer >= 0 || sentence.OpensInQuote))
            {
                speakers = SpeakerGroups.Downgrade(current, outer >= 0 ? Attribution.Outer : Attribution.Continued, 0.9f);
                SpeakerGroups.AddEmbedded(speakers, subject, 0.35f);
                embedded = true;
            }
            else if (embedded)
            {
                speakers = SpeakerGroups.Downgrade(current, Attribution.Outer, cue.Form == CueForm.Noun && subject.Count > 0 ? 0.5f : 0.85f);
                SpeakerGroups.AddEmbedded(speakers, subject, relative ? 0.8f : cue.Form == CueForm.Noun ? 0.75f : 0.5f);
            }
            else if (subject.Count > 0)
            {
                speakers = subject;
                if (cue.Form != CueForm.Noun && !relative)
                    (current, currentIsNoState) = (subject, false);
                if (cue.Form == CueForm.Verb && !relative && !CueClasses.IsAct(definition))
                    sayer = subject;
            }
            else if (isNoState)
            {
                (speakers, noState) = ([], true);
                if (cue.Form != CueForm.Noun && !relative)
                    (current, currentIsNoState, sayer) = ([], true, []);
            }
            else if (cue.Form == CueForm.Participle || definition.Class is "continue" || outer >= 0 || statements.Count > sentenceStart)
            {
                speakers = SpeakerGroups.Downgrade(current, Attribution.Continued, 0.9f);
                noState = currentIsNoState;
            }
            else
            {
                // A verb without a subject at the head of a sentence: the speaker goes on. Of a noun nothing is known.
                var from = cue.Form == CueForm.Verb && (definition.Polarity is null || text.IsPronoun(cue.First - 1)) && !CueClasses.IsAct(definition) && sayer.Count > 0 ? sayer : carriedFrom;
                speakers = SpeakerGroups.Downgrade(from, Attribution.Carried, cue.Form == CueForm.Noun ? 0.4f : definition.Polarity is null || cue.Conjunction ? 0.8f : 0.6f);
                noState = currentIsNoState;
                if (cue.Form == CueForm.Verb && speakers.Count > 0)
                    current = speakers;
            }
            if (subject.Count == 0 && k == firstCue && !isNoState && (turn || first < lead))
            {
                speakers = Topic(first, turn ? end : cue.First, speakers);
                if (speakers.Count > 0 && speakers[0].How == Attribution.Topic && cue.Form != CueForm.Noun && !inQuote)
                    current = speakers;
            }
            groups.AddPassiveAgent(cue, end, speakers);
            speakers = groups.WithLikeMinded(cue.End, end, speakers);
            if (reporter >= 0 && !embedded && !inQuote)
                speakers = sources.WithReporter(reporter, speakers);
            var kind = inQuote || quotes.Any(cue.End, end) ? StatementKind.Direct : CueClasses.IsAct(definition) ? StatementKind.Act : StatementKind.Indirect;
            // «… ، واستعجلت الإمارات …»: a clause with a verb that no lexicon knows is told for itself.
            var clause = embedded || inQuote ? end : segmenter.ClauseOfAnother(cue.End, end, quotes, speakers);
            statements.Add(new Statement
            {
                Sentence = s, First = first, End = clause, Cue = cue.First, CueRow = cue.Row, Kind = kind, CueNegated = relations.IsNegated(cue.First, first),
                CueIsNoun = cue.Form == CueForm.Noun, Depth = embedded ? 1 + (outer >= 0 ? statements[outer].Depth : 0) : 0, Outer = embedded ? outer : -1,
                InQuote = inQuote, Speakers = speakers, SpeakerIsNoState = noState,
            });
            if (!embedded && cue.Form != CueForm.Noun && (definition.TakesClause || definition.Polarity is not null))
                outer = statements.Count - 1;
            if (clause < end)
                statements.Add(new Statement { Sentence = s, First = clause, End = end, Kind = StatementKind.Narration, Speakers = Topic(clause, end, []) });
        }
    }

    // ---- Sentences without a cue ---------------------------------------------------------------------------------

    private void Narrate(int s, Sentence sentence, int first, int end, QuotedTokens quotes, bool turn, List<Speaker>? teller = null)
    {
        var quoted = quotes[first] || sentence.OpensInQuote;
        List<Speaker> speakers;
        if (quoted && current.Count > 0)
            speakers = SpeakerGroups.Downgrade(current, Attribution.Continued, 0.9f);
        else if (teller is { Count: > 0 })
        {
            speakers = SpeakerGroups.Downgrade(teller, Attribution.Outer, 0.9f);
            SpeakerGroups.AddEmbedded(speakers, Topic(first, end, []), 0.5f);
        }
        else
        {
            speakers = Topic(first, end, []);
            if (speakers.Count == 0)
                speakers = SpeakerGroups.Downgrade(current, Attribution.Carried, 0.45f);
            else
            {
                var topics = speakers.Count;
                foreach (var carried in SpeakerGroups.Downgrade(current, Attribution.Carried, 0.3f))
                    if (speakers.FindIndex(0, topics, p => p.Actor == carried.Actor) < 0)
                        speakers.Add(carried);
            }
            if (sources.Reporter(sentence, quotes) is >= 0 and var reporter)
                speakers = sources.WithReporter(reporter, speakers);
            if (end == sentence.EndToken)
                current = SpeakerGroups.Downgrade(current, Attribution.Carried, turn ? 0 : 0.6f);
        }
        statements.Add(new Statement
        {
            Sentence = s, First = first, End = end, Kind = quoted ? StatementKind.Direct : StatementKind.Narration, InQuote = quoted, Speakers = speakers,
            SpeakerIsNoState = quoted && currentIsNoState,
        });
    }

    /// <summary>The first state named that is no mere place, with those joined to it.</summary>
    private List<Speaker> Topic(int first, int end, List<Speaker> otherwise)
    {
        for (var i = first; i < end; i++)
        {
            var k = text.MentionAt(i);
            if (k < 0)
                continue;
            i = text.Mentions[k].End - 1;
            if (!text.Mentions[k].IsState || text.Mentions[k].IsPlace || text.Mentions[k].AfterPreposition)
                continue;
            if (!text.IsDateline(text.Mentions[k]))
                return groups.Joined(k, Attribution.Topic, 0.6f);
            // Where nobody else is named, the place of a dateline is the best guess.
            otherwise = groups.Joined(k, Attribution.Topic, 0.4f);
        }
        return otherwise;
    }
}

namespace Stance;

/// <summary>Finds who says or does what. A sentence is cut at its cues; each piece gets the subject of its cue, else goes on with the speaker before it.</summary>
/// <remarks>Order of evidence for the speaker: an explicit subject after the verb or before it; a continuation verb or participle; a turn marker, which resets;
/// an open quotation; else the speaker of the sentence before with less and less confidence. A statement within another's speech keeps the outer speaker, and its own
/// subject only as <see cref="Attribution.Embedded"/>: what Moscow says that Washington claims is not what Washington says.</remarks>
internal sealed class StatementExtractor
{
    private readonly MarkedText text;
    private readonly SpeakerGroups groups;
    private readonly FrontedSubjects fronted;
    private readonly ReportingPlaces places;
    private readonly SubjectFinder subjects;
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
        fronted = new FrontedSubjects(text);
        places = new ReportingPlaces(text);
        subjects = new SubjectFinder(text, groups, fronted, places);
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

    /// <summary>The cues of a sentence that begin a statement: verbs of saying and of attitude, and deeds or nouns with a subject of their own. The others — «إلغاء», «يعرقل» within what is said —
    /// stay in the statement they stand in, where they count as what turns its words.</summary>
    private List<CueHit> Main(Sentence sentence, int firstCue, int endCue)
    {
        var main = new List<CueHit>();
        for (var k = firstCue; k < endCue; k++)
        {
            var cue = cues[k];
            var lower = k == firstCue ? sentence.FirstToken : cues[k - 1].End;
            var begins = cue.Form switch
            {
                CueForm.Noun => subjects.Of(cue, lower, sentence, out var noState).Count > 0 || noState,
                _ when CueClasses.IsSpeech(text.Definition(cue)) => true,
                _ => main.Count == 0 || subjects.Of(cue, lower, sentence, out _).Count > 0,
            };
            if (begins)
                main.Add(cue);
        }
        return main;
    }

    private void Read(int s, Sentence sentence, int firstOfAll, int endOfAll)
    {
        var cues = Main(sentence, firstOfAll, endOfAll);
        const int firstCue = 0;
        var endCue = cues.Count;
        if (sentence.IsTitle || sentence.IsHeading)
        {
            // A headline speaks of itself; what follows it does not go on from its speaker.
            (current, currentIsNoState, sayer) = ([], false, []);
        }
        var quotes = new QuotedTokens(text, sentence);
        var turn = StartsWithTurn(sentence.FirstToken);
        var carriedFrom = current;
        var sentenceStart = statements.Count;
        if (firstCue == endCue)
        {
            Narrate(s, sentence, sentence.FirstToken, sentence.EndToken, quotes, turn);
            return;
        }
        // Where each cue's piece begins: at its subject when that stands before it, else at the cue.
        var starts = new int[endCue - firstCue];
        for (var k = firstCue; k < endCue; k++)
        {
            var lower = k == firstCue ? sentence.FirstToken : cues[k - 1].End;
            starts[k - firstCue] = PieceStart(cues[k], lower, sentence.FirstToken);
        }
        var reporter = Reporter(sentence, quotes);
        // «"…", said Lavrov», «… , he said»: who speaks is named last, and what stands before is what was said.
        var tail = Tail(cues, starts, sentence, quotes, out var teller, out var tellerIsNoState);
        if (tail >= 0 && quotes[sentence.FirstToken] && !sentence.OpensInQuote)
            (current, currentIsNoState) = (teller, tellerIsNoState);
        var told = tail >= 0 ? teller : [];
        if (tail < 0 && Announced(sentence, starts[0], quotes) is { Count: > 0 } announced)
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
            var relative = IsRelative(cue.First);
            var reset = IsReset(first, cue);
            var embedded = outer >= 0 && !reset && (inQuote || relative || cue.Form == CueForm.Noun || IsInClauseOf(outer, cue, subject));
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
                speakers = WithReporter(reporter, speakers);
            var kind = inQuote || quotes.Any(cue.End, end) ? StatementKind.Direct : CueClasses.IsAct(definition) ? StatementKind.Act : StatementKind.Indirect;
            // «… ، واستعجلت الإمارات …»: a clause with a verb that no lexicon knows is told for itself.
            var clause = embedded || inQuote ? end : ClauseOfAnother(cue.End, end, quotes, sentence, speakers);
            statements.Add(new Statement
            {
                Sentence = s, First = first, End = clause, Cue = cue.First, CueRow = cue.Row, Kind = kind, CueNegated = IsNegated(cue.First, first),
                CueIsNoun = cue.Form == CueForm.Noun, Depth = embedded ? 1 + (outer >= 0 ? statements[outer].Depth : 0) : 0, Outer = embedded ? outer : -1,
                InQuote = inQuote, Speakers = speakers, SpeakerIsNoState = noState,
            });
            if (!embedded && cue.Form != CueForm.Noun && (definition.TakesClause || definition.Polarity is not null))
                outer = statements.Count - 1;
            if (clause < end)
                statements.Add(new Statement { Sentence = s, First = clause, End = end, Kind = StatementKind.Narration, Speakers = Topic(clause, end, []) });
        }
    }

    /// <summary>Where, after a cue, a comma and an unknown verb with «و» begin what another state does; <paramref name="end"/> where nothing does.</summary>
    private int ClauseOfAnother(int first, int end, QuotedTokens quotes, Sentence sentence, List<Speaker> speakers)
    {
        if (!text.IsArabic)
            return end;
        for (var i = first; i + 2 < end; i++)
        {
            if (text.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Stop) || quotes[i] || !text.Tokens[i + 1].IsWord)
                continue;
            var word = text.Word(i + 1);
            if (word.Length < 3 || word[0] != 'و' || text.MentionAt(i + 1) >= 0 || (word is not ("ولم" or "ولن") && (IsFunctionWord(i + 1) || text.Is(i + 1, EntryKind.Marker))))
                continue;
            // The verb may have its negation before it and one word after it.
            for (var next = i + 2; next < Math.Min(i + 4, end) && text.Tokens[next].IsWord; next++)
            {
                if (text.MentionAt(next) is not (>= 0 and var k))
                    continue;
                var mention = text.Mentions[k];
                if (mention.IsState && !mention.AfterPreposition && !mention.IsPlace && !mention.IsAttributive && speakers.TrueForAll(p => p.Actor != mention.Actor))
                    return i + 1;
                break;
            }
        }
        return end;
    }

    private bool IsFunctionWord(int token)
    {
        var word = text.Word(token);
        return text.Lexicon.Vocabulary.Find(word) is >= 0 and var whole && text.Lexicon.FunctionWords.Contains(whole) || text.Lexicon.Vocabulary.Find(word[1..]) is >= 0 and var rest && text.Lexicon.FunctionWords.Contains(rest);
    }

    private static readonly HashSet<string> Accordings = ["وفقا", "وفق", "بحسب", "حسب", "طبقا", "نقلا", "according", "quoting", "citing"];

    /// <summary>«وفقا لوزارة الخارجية», «بحسب موسكو», according to: the mention by whose word a sentence is told; -1 where there is none.</summary>
    private int Reporter(Sentence sentence, QuotedTokens quotes)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (quotes[i] || !text.Tokens[i].IsWord || !Accordings.Contains(text.Word(i).ToString()))
                continue;
            // «وفقا لما قالته موسكو», «نقلا عن», according to the.
            for (var next = i + 1; next < Math.Min(i + 4, sentence.EndToken) && text.Tokens[next].IsWord; next++)
                if (text.MentionAt(next) is >= 0 and var k)
                {
                    if (text.Mentions[k].First > i && text.Mentions[k].IsState && !text.Mentions[k].IsAttributive)
                        return k;
                    break;
                }
        }
        return -1;
    }

    /// <summary>The reporter is who tells what nobody else is the subject of; of another's deed or word it is a lesser speaker.</summary>
    private List<Speaker> WithReporter(int reporter, List<Speaker> speakers)
    {
        var named = speakers.Count > 0 && speakers[0].How is Attribution.Subject or Attribution.Topic;
        var result = named ? [.. speakers] : groups.Joined(reporter, Attribution.Subject, 0.8f);
        foreach (var other in named ? groups.Joined(reporter, Attribution.Outer, 0.5f) : SpeakerGroups.Downgrade(speakers, Attribution.Carried, 0.4f))
            if (result.TrueForAll(p => p.Actor != other.Actor))
                result.Add(other);
        return result;
    }

    /// <summary>The cue, after what it reports, that names its speaker: after a comma or quotation, and with no clause of its own; -1 where there is none.</summary>
    private int Tail(List<CueHit> cues, int[] starts, Sentence sentence, QuotedTokens quotes, out List<Speaker> teller, out bool isNoState)
    {
        for (var k = cues.Count - 1; k >= 0; k--)
        {
            var cue = cues[k];
            var start = starts[k];
            if (cue.Form != CueForm.Verb || cue.Conjunction || text.Definition(cue).Class != "say" || quotes[cue.First] || start <= sentence.FirstToken)
                continue;
            if (!text.IsArabic && text.Word(start - 1) is "the" or "a" or "an" or "he" or "she" or "they")
                start--;
            if (start <= sentence.FirstToken || !(text.Tokens[start].IsQuote || text.Tokens[start - 1].IsQuote || text.Tokens[start - 1].Kind == TokenKind.Comma))
                continue;
            teller = subjects.Of(cue, starts[k], sentence, out isNoState);
            if (teller.Count == 0 && !isNoState && text.IsPronoun(cue.First - 1))
                teller = SpeakerGroups.Downgrade(sayer, Attribution.Carried, 0.9f);
            if ((teller.Count > 0 || isNoState) && HasNoClause(Math.Max(cue.End, teller.Count > 0 ? text.Mentions[teller[0].Mention].End : 0), sentence.EndToken))
                return k;
        }
        (teller, isNoState) = ([], false);
        return -1;
    }

    /// <summary>Who stands before a colon at the head of a line, with no verb between: «كيري: ستدفع موسكو ثمنا».</summary>
    private List<Speaker> Announced(Sentence sentence, int firstCue, QuotedTokens quotes)
    {
        for (var i = sentence.FirstToken; i < Math.Min(sentence.FirstToken + 9, Math.Min(firstCue, sentence.EndToken)); i++)
        {
            if (text.Tokens[i].IsQuote)
                return [];
            if (text.Tokens[i].Kind != TokenKind.Colon)
                continue;
            for (var head = sentence.FirstToken; head < i; head++)
                if (text.MentionAt(head) is >= 0 and var k)
                    return text.Mentions[k].IsState && !text.Mentions[k].AfterPreposition && !text.Mentions[k].IsAttributive && head - sentence.FirstToken <= 4 ? groups.Joined(k, Attribution.Subject, 0.9f * text.Mentions[k].Confidence) : [];
            return [];
        }
        return [];
    }

    /// <summary>Whether a mark follows within a few words, with no that-clause before it.</summary>
    private bool HasNoClause(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (!text.Tokens[i].IsWord)
                return text.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop || text.Tokens[i].IsQuote;
            if (i - from >= 4 || text.Word(i) is "that" or "ان" or "انه" or "انها" or "بان")
                return false;
        }
        return true;
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
            if (Reporter(sentence, quotes) is >= 0 and var reporter)
                speakers = WithReporter(reporter, speakers);
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

    /// <summary>Where a cue's piece begins: a subject before the verb, a turn or contrast marker, else the cue itself.</summary>
    private int PieceStart(CueHit cue, int lower, int sentenceFirst)
    {
        var start = cue.First;
        if (cue.Form == CueForm.Verb && fronted.Find(cue, lower) is >= 0 and var k)
        {
            start = text.Mentions[k].First;
            while (k > 0 && text.Mentions[k].JoinsPrevious && text.Mentions[k - 1].First >= lower)
                start = text.Mentions[--k].First;
        }
        // «فيما قال», «لكن موسكو رفضت», «لم ترفض»: the little words before belong to the piece.
        for (var back = 0; back < 3 && start - 1 >= lower; back++)
        {
            var at = start - 1;
            if (text.Tokens[at].IsQuote || text.Tokens[at].Kind == TokenKind.Comma && start - 2 >= lower && text.IsMarker(start - 2, MarkerClass.Turn))
                start = at;
            else if (text.Tokens[at].IsWord && text.Is(at, EntryKind.Marker))
                start = at;
            else if (text.Tokens[at].IsWord && text.Word(at) is "قد" or "وقد" or "كان" or "كانت" or "وكان" or "وكانت" or "سوف" or "had" or "has" or "have" or "will" or "would" or "did" or "not")
                start = at;
            else
                break;
        }
        return Math.Max(start, lower);
    }

    // ---- Structure -----------------------------------------------------------------------------------------------

    private bool StartsWithTurn(int first)
    {
        for (var i = first; i < Math.Min(first + 3, text.Tokens.Count); i++)
            if (text.IsMarker(i, MarkerClass.Turn))
                return true;
        return false;
    }

    /// <summary>A contrast or turn before the cue begins a statement of its own, in nobody's speech.</summary>
    private bool IsReset(int first, CueHit cue)
    {
        for (var i = first; i <= cue.First; i++)
            if (text.IsMarker(i, MarkerClass.Turn) || (text.IsMarker(i, MarkerClass.Contrast) && text.Word(i) is "بينما" or "فيما" or "while" or "whereas" or "في"))
                return true;
        return false;
    }

    private bool IsRelative(int cue)
    {
        for (var i = cue - 1; i >= Math.Max(0, cue - 3); i--)
        {
            if (!text.Tokens[i].IsWord)
                return false;
            var word = text.Word(i);
            if (word is "الذي" or "التي" or "الذين" or "اللذان" or "اللتان" or "ما" or "مما" or "which" or "who" or "whom")
                return true;
            if (text.MentionAt(i) < 0 && word is not ("قد" or "had" or "has" or "have" or "كان" or "كانت" or "لم" or "لا"))
                return false;
        }
        return false;
    }

    /// <summary>Whether a cue lies in the content of an earlier statement of the sentence, rather than beside it.</summary>
    private bool IsInClauseOf(int outer, CueHit cue, List<Speaker> subject)
    {
        var definition = text.Definition(cue);
        var governing = text.Lexicon.Data.Cues[statements[outer].CueRow];
        // «… مؤكدا أن», «وأضاف أن»: participles and continuation verbs stand beside.
        if (cue.Form == CueForm.Participle || definition.Class is "continue")
            return false;
        // «قال … وأعلنت فرنسا …»: a conjoined verb of saying with a named official stands beside.
        if (cue.Conjunction && subject.Count > 0 && definition.Polarity is null)
            return false;
        if (cue.Conjunction && subject.Count > 0 && text.Mentions[subject[0].Mention].Kind is MentionKind.Office or MentionKind.Holder or MentionKind.LearntName)
            return false;
        if (cue.Conjunction && subject.Count == 0 && definition.TakesClause)
            return false;
        if (text.IsArabic && subject.Count > 0 && CueClasses.IsSpeech(definition) && places.Arabic(cue.First, text.Document.Sentences[statements[outer].Sentence]) >= 0)
            return false;
        if (subject.Count > 0 && (CueClasses.IsSpeech(definition) || (text.IsArabic && IsPerfect(cue.First))) && BeginsClause(cue, text.Mentions[subject[0].Mention].First))
            return false;
        return governing.TakesClause && HasComplementizer(statements[outer].Cue, cue.First);
    }

    /// <summary>Whether a comma and «و» — or «كما» — part a verb and its subject from what stands before: «… ، والرياض ردت», «… ، ورحبت به الهند», «كما قالت الرباط».</summary>
    private bool BeginsClause(CueHit cue, int subject)
    {
        var start = Math.Min(cue.First, subject);
        if (!text.IsArabic)
        {
            if (start > 0 && text.Word(start - 1) is "the" or "a" or "an")
                start--;
            return start > 1 && text.Word(start - 1) is "and" or "but" or "while" && !text.Tokens[start - 2].IsWord;
        }
        if (start > 0 && text.Word(start - 1) is "كما" or "ايضا" or "كذلك" or "وكذلك")
            return true;
        if (start > 1 && text.Word(start - 1) is "ولم" or "ولن")
            return !text.Tokens[start - 2].IsWord;
        var conjoined = start == cue.First ? cue.Conjunction : text.Word(start) is { Length: > 3 } word && word[0] == 'و';
        return conjoined && start > 0 && text.Tokens[start - 1].Kind is TokenKind.Comma or TokenKind.Stop;
    }

    /// <summary>Whether a verb tells what happened, by its form: no prefix of the imperfect or the future, or the negation of the past.</summary>
    private bool IsPerfect(int verb)
    {
        if (verb > 0 && text.Word(verb - 1) is "لم" or "ولم")
            return true;
        var word = text.Word(verb);
        if (word.Length > 3 && word[0] is 'و' or 'ف')
            word = word[1..];
        return word[0] is not ('ي' or 'س' or 'ن') && !(word[0] == 'ت' && word[^1] != 'ت');
    }

    private bool HasComplementizer(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Colon || text.Tokens[i].IsQuote)
                return true;
            if (text.Tokens[i].IsWord && text.Word(i) is "ان" or "انه" or "انها" or "بان" or "بانه" or "بانها" or "انهم" or "اننا" or "that" or "whether" or "لان" or "اذا")
                return true;
        }
        return false;
    }

    private bool IsNegated(int cue, int first)
    {
        for (var i = cue - 1; i >= Math.Max(first, cue - 3); i--)
        {
            if (!text.Tokens[i].IsWord)
                return false;
            if (text.IsMarker(i, MarkerClass.Negation))
                return true;
        }
        return false;
    }
}

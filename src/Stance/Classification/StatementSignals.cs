namespace Stance;

/// <summary>Groups of cue classes that a feature can tell apart.</summary>
internal enum CueGroup : byte
{
    None,
    Say,
    Assert,
    Deny,
    Reject,
    Condemn,
    Accuse,
    Support,
    Call,
    Warn,
    Threaten,
    Commit,
    Worry,
    Abstain,
    Defer,
    Negotiate,
    Help,
    Harm,
    OtherAct,
}

/// <summary>What can be said of a statement before any actor or issue is asked about: counted once, used for every pair.</summary>
internal sealed class StatementSignals
{
    public CueGroup Group;

    /// <summary>Attitude of the cue toward its content with its negation: -1, 0 or 1.</summary>
    public float CueSign;

    /// <summary>The cue leaves the attitude to the content (said, added).</summary>
    public bool IsOpen;

    /// <summary>Attitude of the statement around this one; 1 where there is none or it is open.</summary>
    public float OuterSign = 1;

    public CueGroup OuterGroup;

    public int Negations, Hedges, Conditions, Obligations, Impossibilities, Allegations, Anaphora, ReportedByOther, Purposes, Contrasts;

    /// <summary>Summed strength of words that judge.</summary>
    public float Praise, Blame;

    /// <summary>First token that accuses or blames, as a verb or a noun («تشير بالاتهام إلى»); -1 where none does.</summary>
    public int AccusedFrom = -1;

    /// <summary>Number of words of families that build or help, and of those that end or harm.</summary>
    public int Helping, Harming;

    /// <summary>Of the whole sentence: praise less blame, the signs of its closed cues, and how many of them deny, reject or are denied belief («sees no proof»).</summary>
    public float SentenceJudged, SentenceCues, SentenceDenials;

    /// <summary>Words that call what is said a lie, a plot, a mere claim: of the statement, and of the whole sentence.</summary>
    public int Discredits, SentenceDiscredits;

    public int Words;

    public float Position;

    public bool IsTitle, IsHeading, IsLead;

    /// <summary>For each token from the statement's first, the sign of a word that turns what it governs — a deed that builds or ends, a judgement, another cue; 0 where it has none.</summary>
    public sbyte[] Operators = [];

    /// <summary>For each token from the statement's first, the parity of negation that governs it: a negation reaches six words or to the next mark.</summary>
    public sbyte[] Parity = [];

    public static StatementSignals[] Of(Lexicon lexicon, ArticleAnalysis analysis)
    {
        var signals = new StatementSignals[analysis.Statements.Count];
        var sentences = Math.Max(1, analysis.Document.Sentences.Count - 1);
        for (var s = 0; s < signals.Length; s++)
        {
            var statement = analysis.Statements[s];
            var sentence = analysis.Document.Sentences[statement.Sentence];
            var signal = new StatementSignals
            {
                IsTitle = sentence.IsTitle,
                IsHeading = sentence.IsHeading,
                IsLead = statement.Sentence <= 2,
                Position = (float)statement.Sentence / sentences,
                Parity = new sbyte[statement.End - statement.First],
                Operators = new sbyte[statement.End - statement.First],
            };
            Array.Fill(signal.Parity, (sbyte)1);
            if (statement.CueRow >= 0)
            {
                var cue = lexicon.Data.Cues[statement.CueRow];
                signal.Group = GroupOf(cue);
                signal.IsOpen = cue.Polarity is null;
                signal.CueSign = (cue.Polarity ?? 1) * (statement.CueNegated ? -1 : 1);
            }
            else
                (signal.IsOpen, signal.CueSign) = (true, 1);
            if (statement.Outer >= 0)
            {
                signal.OuterSign = signals[statement.Outer].CueSign == 0 ? 1 : signals[statement.Outer].CueSign * signals[statement.Outer].OuterSign;
                signal.OuterGroup = signals[statement.Outer].Group;
            }
            var carried = s == 0 ? 0 : Carried(analysis, analysis.Statements[s - 1], signals[s - 1], statement);
            // «sees nothing that proves»: the verb of the relative clause is denied too.
            if (statement.Cue >= 0 && statement.Cue < statement.First + carried && !statement.CueNegated)
                signal.CueSign = -signal.CueSign;
            signal.Count(lexicon, analysis, statement, carried);
            signals[s] = signal;
        }
        SumSentences(analysis, signals);
        return signals;
    }

    /// <summary>How many tokens of a statement lie in the reach of a negation in the one before: in Arabic a relative clause follows an indefinite noun with nothing between («لا يرى أي عنصر يثبت»).</summary>
    private static int Carried(ArticleAnalysis analysis, Statement before, StatementSignals signal, Statement statement)
    {
        if (before.Sentence != statement.Sentence || before.End != statement.First || statement.First == 0)
            return 0;
        var document = analysis.Document;
        if (statement.Cue != statement.First || !document.Tokens[statement.First - 1].IsWord || document.Word(statement.First - 1).StartsWith("ال") || document.Word(statement.First)[0] == 'و')
            return 0;
        return Math.Max(0, signal.negatedTo - statement.First);
    }

    /// <summary>The token before which the last negation ends that was open at the statement's end; 0 where none was.</summary>
    private int negatedTo;

    private const int Reach = 6;

    private static void SumSentences(ArticleAnalysis analysis, StatementSignals[] signals)
    {
        for (var first = 0; first < signals.Length;)
        {
            var end = first;
            float judged = 0, cues = 0, denials = 0;
            var discredits = 0;
            for (; end < signals.Length && analysis.Statements[end].Sentence == analysis.Statements[first].Sentence; end++)
            {
                judged += signals[end].Praise - signals[end].Blame;
                cues += signals[end].IsOpen ? 0 : signals[end].CueSign;
                if (signals[end].Group is CueGroup.Deny or CueGroup.Reject or CueGroup.Assert && signals[end].CueSign < 0) denials++;
                discredits += signals[end].Discredits;
            }
            for (; first < end; first++)
                (signals[first].SentenceJudged, signals[first].SentenceCues, signals[first].SentenceDenials, signals[first].SentenceDiscredits) = (judged, cues, denials, discredits);
        }
    }

    private void Count(Lexicon lexicon, ArticleAnalysis analysis, Statement statement, int carried)
    {
        var document = analysis.Document;
        var reach = carried;
        for (var i = statement.First; i < statement.End; i++)
        {
            var kind = document.Tokens[i].Kind;
            if (kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon)
                reach = negatedTo = 0;
            if (i == statement.Cue && statement.CueNegated)
                negatedTo = i + Reach;
            if (reach > 0)
            {
                Parity[i - statement.First] = -1;
                reach--;
            }
            if (kind != TokenKind.Word)
                continue;
            Words++;
            var discredited = false;
            if (analysis.Hits.Longest(i, EntryKind.Marker) is { } marker)
            {
                switch (lexicon.Data.Markers[marker.Entry.Row].Class)
                {
                    case MarkerClass.Negation:
                        // The negation of the cue itself is part of the cue's sign.
                        if (!(statement.CueNegated && i < statement.Cue))
                        {
                            Negations++;
                            reach = reach > 0 ? 0 : Reach;
                            negatedTo = reach > 0 ? i + 1 + reach : 0;
                        }
                        break;
                    case MarkerClass.Impossibility:
                        Impossibilities++;
                        reach = reach > 0 ? 0 : Reach;
                        break;
                    case MarkerClass.Hedge: Hedges++; break;
                    case MarkerClass.Condition: Conditions++; break;
                    case MarkerClass.Obligation: Obligations++; break;
                    case MarkerClass.Allegation: Allegations++; discredited = true; break;
                    case MarkerClass.Anaphora: Anaphora++; break;
                    case MarkerClass.ReportedByOther: ReportedByOther++; break;
                    case MarkerClass.Purpose: Purposes++; break;
                    case MarkerClass.Contrast:
                        // «لا حل إلا بـ»: what is excepted is affirmed. «Not yet» and «without» deny on.
                        Contrasts++;
                        if (document.Word(i) is not ("yet" or "still" or "دون" or "من"))
                            reach = negatedTo = 0;
                        break;
                }
            }
            if (i != statement.Cue && analysis.Hits.Longest(i, EntryKind.Cue) is { } inner && lexicon.Data.Cues[inner.Entry.Row].Polarity is { } turn)
                Operators[i - statement.First] = (sbyte)turn;
            if (analysis.Hits.Longest(i, EntryKind.Evaluative) is { } evaluative)
            {
                var row = lexicon.Data.Evaluatives[evaluative.Entry.Row];
                if (Operators[i - statement.First] == 0) Operators[i - statement.First] = (sbyte)row.Polarity;
                var negated = Parity[i - statement.First] < 0;
                if (row.Polarity > 0 != negated)
                    Praise += row.Strength;
                else
                    Blame += row.Strength;
            }
            foreach (var reading in analysis.Readings[i])
            {
                var families = lexicon.Families.Of(reading.Word);
                if (families.Length == 0)
                    continue;
                discredited |= lexicon.Families.Discrediting.Contains(lexicon.Families.ConceptOf(families[0]));
                if (AccusedFrom < 0 && lexicon.Families.Accusing.Contains(lexicon.Families.ConceptOf(families[0]))) AccusedFrom = i;
                if (i != statement.Cue && Operators[i - statement.First] == 0) Operators[i - statement.First] = (sbyte)lexicon.Families.PolarityOf(families[0]);
                var polarity = lexicon.Families.PolarityOf(families[0]) * Parity[i - statement.First];
                if (polarity > 0) Helping++;
                else if (polarity < 0) Harming++;
                break;
            }
            Discredits += discredited ? 1 : 0;
        }
    }

    public static CueGroup GroupOf(Cue cue) => cue.Class switch
    {
        "say" or "continue" => CueGroup.Say,
        "assert" or "believe" => CueGroup.Assert,
        "deny" or "doubt" => CueGroup.Deny,
        "reject" or "vote-against" or "veto" => CueGroup.Reject,
        "condemn" or "mock" or "insult" or "criticise" => CueGroup.Condemn,
        "accuse" => CueGroup.Accuse,
        "support" or "praise" or "thank" or "vote-for" or "welcome" or "recognise" => CueGroup.Support,
        "call" or "demand" => CueGroup.Call,
        "warn" => CueGroup.Warn,
        "threaten" => CueGroup.Threaten,
        "commit" or "offer" or "hope" => CueGroup.Commit,
        "worry" or "regret" => CueGroup.Worry,
        "abstain" => CueGroup.Abstain,
        "defer" => CueGroup.Defer,
        "negotiate" or "meet" or "agree" or "receive" or "invite" => CueGroup.Negotiate,
        _ => cue.Polarity switch { > 0 => CueGroup.Help, < 0 => CueGroup.Harm, _ => CueGroup.OtherAct },
    };
}

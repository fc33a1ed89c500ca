namespace Stance;

/// <summary>An article as this stage reads it: its tokens, with the mention, cue or marker that stands on each, and what a single word tells by itself.</summary>
internal sealed class MarkedText
{
    private readonly HitTable hits;
    private readonly int[] mentionAt;

    public MarkedText(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        (Lexicon, Document, Readings, this.hits, Mentions) = (lexicon, document, readings, hits, mentions);
        mentionAt = new int[document.Tokens.Count];
        Array.Fill(mentionAt, -1);
        for (var k = 0; k < mentions.Count; k++)
            for (var i = mentions[k].First; i < mentions[k].End; i++)
                mentionAt[i] = k;
    }

    public Lexicon Lexicon { get; }

    public TextDocument Document { get; }

    public TokenReadings Readings { get; }

    public List<Mention> Mentions { get; }

    public List<Token> Tokens => Document.Tokens;

    public bool IsArabic => Document.IsArabic;

    public ReadOnlySpan<char> Word(int token) => Document.Word(token);

    public Cue Definition(CueHit cue) => Lexicon.Data.Cues[cue.Row];

    /// <summary>Index of the mention that covers a token; -1 where there is none.</summary>
    public int MentionAt(int token) => mentionAt[token];

    /// <summary>Whether a phrase of a kind begins at a token.</summary>
    public bool Is(int token, EntryKind kind) => hits.Is(token, kind);

    /// <summary>The longest marker of a class that begins at a token, or <c>null</c>.</summary>
    public PhraseHit? Marker(int token, MarkerClass kind) => hits.Longest(token, kind);

    public bool IsMarker(int token, MarkerClass kind) => token >= 0 && Marker(token, kind) is not null;

    private static readonly WordSet SubjectNouns =
        ["البيان", "بيان", "الموقف", "الجانب", "الوفد", "الطرف", "المسوول", "المسوولون", "المسوولين", "الدبلوماسيه", "القياده", "السلطات", "الحكومه", "الاداره", "النظام", "القوات", "الجيش", "التحالف", "مسوول", "مسوولون", "مصدر", "مصادر", "دبلوماسي", "دبلوماسيون"];

    /// <summary>«البيان», «الوفد», «مصدر»: a noun that speaks for the state whose adjective or name follows it.</summary>
    public bool IsSubjectNoun(int token) => token >= 0 && Tokens[token].IsWord && SubjectNouns.Contains(Word(token));

    private static readonly WordSet VerbCompanions = ["has", "had", "have", "is", "was", "were", "are", "will", "would", "also", "not", "strongly", "repeatedly", "fiercely"];

    /// <summary>Whether a word stands between an English subject and its verb as a rule: has denied, strongly denies.</summary>
    public bool IsVerbCompanion(int token) => token >= 0 && Tokens[token].IsWord && VerbCompanions.Contains(Word(token));

    /// <summary>Whether a word before «ما» or «الذي» makes the clause a comment on the one before: «وهو ما», «الأمر الذي».</summary>
    public bool OpensComment(int token, ReadOnlySpan<char> relative) =>
        token >= 0 && Tokens[token].IsWord && (relative is "ما" ? Word(token) is "وهو" or "وهي" or "هو" : relative is "الذي" && Word(token) is "الامر" or "الشيء" or "شيء");

    public bool IsPronoun(int token) => token >= 0 && Tokens[token].IsWord && Word(token) is "he" or "she" or "they";

    /// <summary>Whether the words before a token make it the agent of a passive: «من قبل», «على يد», by.</summary>
    public bool IsPassiveAgent(int token) =>
        token >= 2 && ((Word(token - 1) is "قبل" or "طرف" or "جانب" && Word(token - 2) is "من") || Word(token - 1) is "by" || (Word(token - 1) is "يد" && Word(token - 2) is "علي"));

    /// <summary>Whether a place stands at the head of a line, set off by a bracket or a dash: «الرباط (وكالات) - …».</summary>
    public bool IsDateline(in Mention mention)
    {
        if (mention.Kind is not (MentionKind.Capital or MentionKind.Name) || (mention.First > 0 && Tokens[mention.First - 1].Kind != TokenKind.LineBreak))
            return false;
        return mention.End < Tokens.Count && Tokens[mention.End].Kind is TokenKind.Dash or TokenKind.Other;
    }

    /// <summary>Whether a stretch has at least so many words.</summary>
    public bool HasWords(int first, int end, int fewest)
    {
        var words = 0;
        for (var i = first; i < end; i++)
            if (Tokens[i].IsWord && ++words >= fewest)
                return true;
        return false;
    }
}

namespace Stance;

/// <summary>Which lexicon a phrase comes from.</summary>
internal enum EntryKind : byte
{
    Alias,
    Town,
    Office,
    Holder,
    NonState,
    Cue,
    Marker,
    Evaluative,
    Family,
}

/// <summary>What a phrase of the automaton stands for: its lexicon, and the row there.</summary>
internal readonly record struct LexiconEntry(EntryKind Kind, int Row)
{
    private const int RowBits = 24;

    /// <summary>Both in one number, which the automaton carries.</summary>
    public int Payload => (int)Kind << RowBits | Row;

    public static LexiconEntry Of(int payload) => new((EntryKind)(payload >> RowBits), payload & ((1 << RowBits) - 1));
}

/// <summary>All lexicons in one automaton, built once for an analyzer. Thread-safe once built.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<int, int> sharers;
    private readonly HashSet<string> givenNames;
    private int ownWords;
    private bool isSettled;

    public Lexicon(ActorCatalog catalog, LanguageData data)
    {
        (Catalog, Data) = (catalog, data);
        Trie = new PhraseTrie(new Vocabulary());
        ActorIndex = catalog.Actors.Select((a, i) => (a.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var names = catalog.Aliases.Where(a => a.Kind is AliasKind.Name or AliasKind.NameWeak).Select(a => NormalizedText.Fold(a.Form)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < catalog.Aliases.Count; i++)
            foreach (var form in Inflections.Of(catalog.Aliases[i], names))
                Add(form, catalog.Aliases[i].Kind == AliasKind.Town ? EntryKind.Town : EntryKind.Alias, i);
        sharers = catalog.Aliases.Select((a, i) => (Form: NormalizedText.Fold(a.Form), a.Actor, a.Kind, Row: i)).Where(a => a.Kind != AliasKind.Town).GroupBy(a => a.Form, StringComparer.Ordinal)
            .Select(g => (Rows: g.Select(a => a.Row), Actors: g.Select(a => a.Actor).Distinct(StringComparer.Ordinal).Count())).Where(g => g.Actors > 1)
            .SelectMany(g => g.Rows.Select(row => (row, g.Actors))).ToDictionary(p => p.row, p => p.Actors);
        var offices = OfficeTable.Shipped;
        for (var i = 0; i < offices.Offices.Count; i++)
            Add(offices.Offices[i].Form, EntryKind.Office, i);
        for (var i = 0; i < offices.NonStates.Count; i++)
            Add(offices.NonStates[i].Form, EntryKind.NonState, i);
        for (var i = 0; i < catalog.Holders.Count; i++)
        {
            var holder = catalog.Holders[i];
            Add(holder.ArabicName, EntryKind.Holder, i);
            Add(holder.EnglishName, EntryKind.Holder, i);
            foreach (var variant in holder.Variants)
                Add(variant, EntryKind.Holder, i);
        }
        givenNames = catalog.Holders.Select(h => (Name: NormalizedText.Fold(h.ArabicName), h.EnglishName)).Where(h => h.Name.Contains(' ')).GroupBy(h => h.Name[..h.Name.IndexOf(' ')], StringComparer.Ordinal)
            .Where(g => g.Select(h => h.EnglishName).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < data.Cues.Count; i++)
            foreach (var form in data.Cues[i].Forms)
                Add(form, EntryKind.Cue, i);
        for (var i = 0; i < data.Markers.Count; i++)
            Add(data.Markers[i].Form, EntryKind.Marker, i);
        for (var i = 0; i < data.Evaluatives.Count; i++)
            Add(data.Evaluatives[i].Form, EntryKind.Evaluative, i);
        Families = new WordFamilies(data, Trie.Vocabulary);
        foreach (var (form, family) in Families.MultiWord)
            Add(form, EntryKind.Family, family);
        Ties = new TieTable(data, Trie.Vocabulary);
        FunctionWords = data.FunctionWords.Select(w => Trie.Vocabulary.Add(NormalizedText.Fold(w))).ToHashSet();
        ContentWords = ContentWordIds(data);
        ownWords = Vocabulary.Count;
    }

    public ActorCatalog Catalog { get; }

    public LanguageData Data { get; }

    public PhraseTrie Trie { get; }

    public Vocabulary Vocabulary => Trie.Vocabulary;

    public WordFamilies Families { get; }

    /// <summary>Small words that tie a state to what a proposition says.</summary>
    public TieTable Ties { get; }

    public OfficeTable Offices => OfficeTable.Shipped;

    /// <summary>Index of each actor by code, in the catalogue's order.</summary>
    public Dictionary<string, int> ActorIndex { get; }

    /// <summary>Words that carry no content of their own: prepositions, pronouns, days, numbers.</summary>
    public HashSet<int> FunctionWords { get; }

    /// <summary>Whether a token, maybe with a conjunction before it, is such a word.</summary>
    public bool IsFunction(ReadOnlySpan<WordReading> readings)
    {
        foreach (var reading in readings)
            if (reading.Taken is Clitic.None or Clitic.Conjunction && FunctionWords.Contains(reading.Word))
                return true;
        return false;
    }

    /// <summary>Whether «و» or and ties a word to what stands before it: «وتنسحب», but not «وقف», «وجود».</summary>
    public bool IsConjoined(TextDocument document, int token)
    {
        if (!document.IsArabic)
            return token > 0 && document.Word(token - 1) is "and";
        return document.Word(token) is { Length: > 4 } word && word[0] == 'و' && Knows(word[1..]);
    }

    /// <summary>Whether a lexicon has this word, or a model's background. The vocabulary takes in the words of all issues, and what is found in an article must not hang on which are asked about.</summary>
    public bool Knows(int word) => word < ownWords;

    /// <summary>Counts the words taken in so far, those of a model's background, among the known ones: once, before any issue is asked about.</summary>
    public void Settle()
    {
        if (!isSettled)
            (ownWords, isSettled) = (Vocabulary.Count, true);
    }

    /// <inheritdoc cref="Knows(int)"/>
    public bool Knows(ReadOnlySpan<char> word) => Vocabulary.Find(word) is >= 0 and var number && Knows(number);

    /// <summary>Words of the language that are no proper names: they end a name that is being learnt.</summary>
    public HashSet<int> ContentWords { get; }

    /// <summary>Whether the form of an alias is also another actor's («الكونغو», «كوريا», «عمان»).</summary>
    public bool IsShared(int alias) => sharers.ContainsKey(alias);

    /// <summary>Whether an Arabic word is the given name of two or more officials: «بشار», but not «ميغاواتي».</summary>
    public bool IsCommonGivenName(ReadOnlySpan<char> word) => givenNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>How many actors have the form of an alias: one that more than two have («المملكة») is hardly a name.</summary>
    public int Sharers(int alias) => sharers.GetValueOrDefault(alias, 1);

    private void Add(string form, EntryKind kind, int row)
    {
        if (form.Length > 0)
            Trie.Add(form, new LexiconEntry(kind, row).Payload);
    }

    private HashSet<int> ContentWordIds(LanguageData data)
    {
        var ids = new HashSet<int>(FunctionWords);
        foreach (var cue in data.Cues)
            foreach (var form in cue.Forms)
                AddSingle(form);
        foreach (var marker in data.Markers)
            if (marker.Class != MarkerClass.Honorific)
                AddSingle(marker.Form);
        foreach (var evaluative in data.Evaluatives)
            AddSingle(evaluative.Form);
        ids.UnionWith(Families.Words);
        return ids;

        void AddSingle(string form)
        {
            var folded = NormalizedText.Fold(form);
            if (!folded.Contains(' ') && Vocabulary.Find(folded) is >= 0 and var id)
                ids.Add(id);
        }
    }
}

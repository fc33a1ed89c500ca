namespace Stance;

/// <summary>Which families and concepts a word belongs to: what lets «انسحبت» meet «الانسحاب» and, more weakly, «الخروج».</summary>
internal sealed class WordFamilies
{
    private readonly List<int[]?> ofWord = [];
    private readonly List<int> concepts = [];
    private readonly List<int> polarities = [];
    private readonly List<string> names = [];

    public WordFamilies(LanguageData data, Vocabulary vocabulary)
    {
        var conceptIds = new Dictionary<string, int>(StringComparer.Ordinal);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = data.Families.Select(f => (f.Concept, f.Polarity, f.Forms))
            // A cue's forms are a derivational family too.
            .Concat(data.Cues.Select(c => ("cue:" + c.Class, c.Polarity ?? 0, c.Forms)));
        foreach (var (concept, polarity, forms) in all)
        {
            if (!conceptIds.TryGetValue(concept, out var conceptId))
            {
                conceptIds[concept] = conceptId = conceptIds.Count;
                names.Add(concept);
            }
            var family = concepts.Count;
            concepts.Add(conceptId);
            polarities.Add(polarity);
            foreach (var form in forms)
            {
                var folded = NormalizedText.Fold(form);
                if (folded.Contains(' '))
                    MultiWord.Add((form, family));
                else if (folded.Length > 0)
                    Member(vocabulary.Add(folded), family);
            }
        }
        Concepts = conceptIds.Count;
        Turning = [.. data.TurningConcepts.Where(conceptIds.ContainsKey).Select(t => conceptIds[t])];
        Rights = [.. data.RightConcepts.Where(conceptIds.ContainsKey).Select(t => conceptIds[t])];
        Accusing = [.. data.AccusingConcepts.Where(conceptIds.ContainsKey).Select(t => conceptIds[t])];
        Discrediting = [.. data.DiscreditingConcepts.Where(conceptIds.ContainsKey).Select(t => conceptIds[t])];
        Lifting = [.. data.LiftingForms.Select(f => vocabulary.Add(NormalizedText.Fold(f)))];
    }

    /// <summary>Forms of more than one word, with their family.</summary>
    public List<(string Form, int Family)> MultiWord { get; } = [];

    /// <summary>Concepts of deeds that undo their object: lift, stop, withdraw, ban.</summary>
    public HashSet<int> Turning { get; }

    /// <summary>Concepts of what is right or justified.</summary>
    public HashSet<int> Rights { get; }

    /// <summary>Concepts that lay a deed at somebody's door.</summary>
    public HashSet<int> Accusing { get; }

    /// <summary>Concepts by which what others say is called untrue.</summary>
    public HashSet<int> Discrediting { get; }

    /// <summary>Words that undo their object where it is a burden.</summary>
    public HashSet<int> Lifting { get; }

    public int Count => concepts.Count;

    public int Concepts { get; }

    public IEnumerable<int> Words => Enumerable.Range(0, ofWord.Count).Where(w => ofWord[w] is not null);

    public int ConceptOf(int family) => concepts[family];

    /// <summary>The name of a concept.</summary>
    public string NameOf(int concept) => names[concept];

    public int PolarityOf(int family) => polarities[family];

    public ReadOnlySpan<int> Of(int word) => word < ofWord.Count ? ofWord[word] : [];

    private void Member(int word, int family)
    {
        while (ofWord.Count <= word)
            ofWord.Add(null);
        var families = ofWord[word] ?? [];
        if (!families.Contains(family))
            ofWord[word] = [.. families, family];
    }
}

using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Finds who says or does what. A sentence is cut at its cues; each piece gets the subject of its cue, else goes on with the speaker before it.</summary>
/// <remarks>Order of evidence for the speaker: an explicit subject after the verb or before it; a continuation verb or participle; a turn marker, which resets;
/// an open quotation; else the speaker of the sentence before with less and less confidence. A statement within another's speech keeps the outer speaker, and its own
/// subject only as <see cref="Attribution.Embedded"/>: what Moscow says that Washington claims is not what Washington says.</remarks>
internal static class StatementExtractor
{
    /// <summary>All statements of a document, in the order of the text; together they cover every sentence.</summary>
    public static List<Statement> Extract(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var cues = CueFinder.Find(lexicon, document, readings, hits, mentions);
        var reader = new SentenceReader(new MarkedText(lexicon, document, readings, hits, mentions));
        var c = 0;
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            while (c < cues.Count && cues[c].First < sentence.FirstToken)
                c++;
            var first = c;
            while (c < cues.Count && cues[c].First < sentence.EndToken)
                c++;
            reader.Read(s, sentence, CollectionsMarshal.AsSpan(cues)[first..c]);
        }
        return reader.Statements;
    }
}

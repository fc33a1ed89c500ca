using System.Text.Json;

namespace Stance.Benchmarks;

/// <summary>Why a state of the gold was not found in its sentence, as far as a program can tell.</summary>
internal enum ActorMiss
{
    /// <summary>The span is found, but under another state: our error or the gold's.</summary>
    OtherState,

    /// <summary>The span is read as somebody who is no state: a party, rebels, a former official.</summary>
    NotAState,

    /// <summary>An office or institution without its state, in a sentence that does not name it either.</summary>
    OfficeAlone,

    /// <summary>A proper name that the lexicons do not know: a person, or a town.</summary>
    UnknownName,

    /// <summary>Ordinary words only: the span names no state at all.</summary>
    NoName,
}

/// <summary>One span of the gold.</summary>
internal sealed record ActorSpan(string Id, string Sentence, string Words, string Country, string Role, ActorMiss? Miss);

/// <summary>How many of the states that the annotated actor spans of Arabic newswire sentences stand for are found in their sentence.
/// Counted are the distinct spans of a sentence whose country is a state of the catalogue and whose role is GOV, MIL, COP, LEG or none.</summary>
internal static class ActorSpanRecall
{
    public const string File = "external/arabic_event_gsr/actor_spans.jsonl";

    private static readonly string[] Roles = ["GOV", "MIL", "COP", "LEG", "None"];

    public static List<ActorSpan> Measure(string path)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var spans = new List<ActorSpan>();
        foreach (var line in System.IO.File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var analysis = ArticleAnalysis.Of(lexicon, new Article { Id = row.RootElement.GetProperty("id").GetString()!, Text = text, Language = "ar" });
            var found = analysis.Actors();
            var seen = new HashSet<(string, string, string)>();
            foreach (var actor in row.RootElement.GetProperty("actors").EnumerateArray())
            {
                var (country, role) = (actor.GetProperty("country").GetString()!, actor.GetProperty("role").GetString()!);
                var words = string.Join(' ', actor.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()));
                if (!Roles.Contains(role) || ActorCatalog.Default.Find(country) is not { Kind: ActorKind.State } || !seen.Add((words, country, role)))
                    continue;
                var index = lexicon.ActorIndex[country];
                spans.Add(new ActorSpan(analysis.Document.Article.Id, text, words, country, role, found.Contains(index) ? null : Why(lexicon, analysis, words)));
            }
        }
        return spans;
    }

    private static ActorMiss Why(Lexicon lexicon, ArticleAnalysis analysis, string words)
    {
        var document = analysis.Document;
        var span = NormalizedText.Fold(words).Split(' ');
        var first = Enumerable.Range(0, document.Tokens.Count).FirstOrDefault(i => document.Word(i).SequenceEqual(span[0]), -1);
        if (first < 0)
            return ActorMiss.NoName;
        var end = Math.Min(document.Tokens.Count, first + span.Length);
        var inside = analysis.Mentions.Where(m => m.First < end && m.End > first).ToList();
        if (inside.Count > 0)
            return inside.Exists(m => m.IsState) ? ActorMiss.OtherState : ActorMiss.NotAState;
        var tokens = Enumerable.Range(first, end - first).Where(i => document.Tokens[i].IsWord).ToList();
        if (tokens.Exists(i => analysis.Hits.Is(i, EntryKind.Office)))
            return ActorMiss.OfficeAlone;
        return tokens.TrueForAll(i => IsOrdinary(lexicon, analysis, i)) ? ActorMiss.NoName : ActorMiss.UnknownName;
    }

    private static bool IsOrdinary(Lexicon lexicon, ArticleAnalysis analysis, int token)
    {
        foreach (var reading in analysis.Readings[token])
            if (lexicon.ContentWords.Contains(reading.Word))
                return true;
        return analysis.Hits.Is(token, EntryKind.NonState);
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>A pair worth an answer.</summary>
/// <param name="Predicted">What the model says of it, with all probabilities and the evidence.</param>
/// <param name="Prefilled">The answer to correct: the model's stance where it would report one, else <c>null</c>, which stands for none.</param>
/// <param name="Uncertainty">Entropy of favor, against, neutral and none, in [0, 1]; 1: all four equally probable.</param>
public sealed record SuggestedPair(ActorStance Predicted, StanceLabel? Prefilled, double Uncertainty);

/// <summary>An article worth labelling.</summary>
/// <param name="Article">The article.</param>
/// <param name="Pairs">The pairs worth an answer, the most uncertain first.</param>
/// <param name="Worth">What it was chosen for: the sum over its pairs of uncertainty × coverage × diversity, when it was chosen; at least 0.</param>
public sealed record SuggestedArticle(Article Article, IReadOnlyList<SuggestedPair> Pairs, double Worth)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line in the format of labelled articles, to be corrected. Every pair stands among its <c>stances</c> with the model's answer; <c>none</c> says that the actor takes no stance. <c>labelled_issues</c> is empty and
    /// <c>labelled_sentiments</c> false: what is not listed is unknown. <c>reviewed</c> is false until whoever corrects the row sets it to true.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            // Fields of these names are ours.
            var own = Article.Extra.Where(p => p.Key is not (ReviewFields.Reviewed or ReviewFields.Worth)).ToDictionary(StringComparer.Ordinal);
            LabelledJson.WriteFields(writer, new LabelledArticle { Article = Article with { Extra = own }, Stances = [], LabelledIssues = new HashSet<string>(), SentimentsLabelled = false }, text: true);
            writer.WriteBoolean(ReviewFields.Reviewed, false);
            writer.WriteNumber(ReviewFields.Worth, Math.Round(Worth, 4));
            writer.WriteStartArray("stances");
            foreach (var pair in Pairs)
                Write(writer, pair);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, SuggestedPair pair)
    {
        var predicted = pair.Predicted;
        writer.WriteStartObject();
        writer.WriteString("actor", predicted.Actor.Code);
        writer.WriteString("issue", predicted.Issue.Id);
        writer.WriteString("stance", pair.Prefilled is { } stance ? LabelledJson.NameOf(stance) : LabelledJson.NoStance);
        writer.WriteStartObject("probabilities");
        foreach (var (name, p) in ((string, double)[])[("favor", predicted.Probabilities.Favor), ("against", predicted.Probabilities.Against), ("neutral", predicted.Probabilities.Neutral), (LabelledJson.NoStance, predicted.Probabilities.None)])
            writer.WriteNumber(name, Math.Round(p, 4));
        writer.WriteEndObject();
        writer.WriteNumber("uncertainty", Math.Round(pair.Uncertainty, 4));
        if (predicted.Speaker is not null)
            writer.WriteString("speaker", predicted.Speaker);
        writer.WriteStartArray("evidence");
        foreach (var passage in predicted.Evidence)
            writer.WriteStringValue(passage.Text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

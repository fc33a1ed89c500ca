using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>The JSON form of a result: the prediction line that <c>tools/score.py</c> reads.</summary>
internal static class ArticleStancesJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="result">The result.</param>
    /// <param name="pairs">Whether the answers to asked pairs are written.</param>
    /// <param name="explanations">Explanations of its stances, written into them, and of other pairs, written after them; <c>null</c>: none were asked for.</param>
    public static string Write(ArticleStances result, bool pairs, IReadOnlyList<StanceExplanation>? explanations = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Article.Id);
            writer.WriteString("language", result.Language);
            if (result.Article.Published is { } date)
                writer.WriteString("published", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            foreach (var (name, value) in result.Article.Extra.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
            if (result.Reason != EmptyReason.NotEmpty)
                writer.WriteString("empty", ReasonName(result.Reason));
            writer.WriteStartArray("stances");
            foreach (var stance in result.Stances)
                Write(writer, stance, explanations?.FirstOrDefault(e => e.Actor == stance.Actor && e.Issue == stance.Issue));
            writer.WriteEndArray();
            if (explanations is not null)
            {
                writer.WriteStartArray("explained");
                foreach (var explanation in explanations.Where(e => !result.Stances.Any(s => s.Actor == e.Actor && s.Issue == e.Issue)))
                    StanceExplanationJson.Write(writer, explanation);
                writer.WriteEndArray();
            }
            if (pairs)
            {
                writer.WriteStartArray("pairs");
                foreach (var stance in result.Pairs)
                    Write(writer, stance);
                writer.WriteEndArray();
            }
            writer.WriteStartArray("sentiments");
            foreach (var sentiment in result.Sentiments)
            {
                writer.WriteStartObject();
                writer.WriteString("source", sentiment.Source.Code);
                writer.WriteString("target", sentiment.Target.Code);
                writer.WriteString("sentiment", LabelledJson.NameOf(sentiment.Sentiment));
                writer.WriteNumber("probability", Math.Round(sentiment.Probability, 4));
                Write(writer, sentiment.Evidence);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The name of a reason in output.</summary>
    public static string ReasonName(EmptyReason reason) => reason switch
    {
        EmptyReason.NoText => "no-text",
        EmptyReason.UnsupportedLanguage => "unsupported-language",
        EmptyReason.NoActor => "no-actor",
        EmptyReason.NoIssue => "no-issue",
        EmptyReason.NoStance => "no-stance",
        _ => "not-empty",
    };

    private static void Write(Utf8JsonWriter writer, ActorStance stance, StanceExplanation? explanation = null)
    {
        writer.WriteStartObject();
        writer.WriteString("actor", stance.Actor.Code);
        writer.WriteString("issue", stance.Issue.Id);
        writer.WriteString("stance", LabelledJson.NameOf(stance.Stance));
        writer.WriteNumber("probability", Math.Round(stance.Probability, 4));
        writer.WriteStartObject("probabilities");
        writer.WriteNumber("favor", Math.Round(stance.Probabilities.Favor, 4));
        writer.WriteNumber("against", Math.Round(stance.Probabilities.Against, 4));
        writer.WriteNumber("neutral", Math.Round(stance.Probabilities.Neutral, 4));
        writer.WriteNumber("none", Math.Round(stance.Probabilities.None, 4));
        writer.WriteEndObject();
        if (stance.Speaker is not null)
            writer.WriteString("speaker", stance.Speaker);
        Write(writer, stance.Evidence);
        if (explanation is not null)
        {
            writer.WritePropertyName("explanation");
            StanceExplanationJson.Write(writer, explanation);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Evidence> evidence)
    {
        writer.WriteStartArray("evidence");
        foreach (var passage in evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", passage.Span.Start);
            writer.WriteNumber("end", passage.Span.End);
            writer.WriteString("text", passage.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

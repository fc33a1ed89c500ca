using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>The JSON form of an explanation.</summary>
internal static class StanceExplanationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StanceExplanation explanation)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(writer, explanation);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Utf8JsonWriter writer, StanceExplanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("actor", explanation.Actor.Code);
        writer.WriteString("issue", explanation.Issue.Id);
        writer.WriteString("outcome", JsonNamingPolicy.KebabCaseLower.ConvertName(explanation.Outcome.ToString()));
        writer.WriteString("why", explanation.Why);
        writer.WriteString("stance", LabelledJson.NameOf(explanation.Stance));
        Number(writer, "probability", explanation.Probability);
        if (explanation is { Found: { } found, Needed: { } needed })
        {
            Number(writer, "found", found);
            Number(writer, "needed", needed);
        }
        Write(writer, "stanceReasons", explanation.StanceReasons);
        Write(writer, "favorReasons", explanation.FavorReasons);
        Write(writer, "neutralReasons", explanation.NeutralReasons);
        writer.WriteStartArray("statements");
        foreach (var statement in explanation.Statements)
            Write(writer, statement);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StatementExplanation statement)
    {
        writer.WriteStartObject();
        Write(writer, statement.Span);
        writer.WriteString("text", statement.Text);
        if (statement.Speaker is { } speaker)
        {
            writer.WriteString("speaker", speaker.Code);
            writer.WriteString("speakerName", statement.SpeakerName);
            Number(writer, "speakerConfidence", statement.SpeakerConfidence);
            writer.WriteString("speakerFound", statement.SpeakerFound);
        }
        Number(writer, "evidenceProbability", statement.EvidenceProbability);
        Number(writer, "side", statement.Side);
        Number(writer, "stanceLogOdds", statement.StanceLogOdds);
        Number(writer, "favorLogOdds", statement.FavorLogOdds);
        Write(writer, "evidenceReasons", statement.EvidenceReasons);
        writer.WriteStartArray("words");
        foreach (var word in statement.Words)
        {
            writer.WriteStartObject();
            Write(writer, word.Span);
            writer.WriteString("text", word.Text);
            Number(writer, "evidence", word.Evidence);
            Number(writer, "favor", word.Favor);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, StanceReasons? reasons)
    {
        if (reasons is null)
            return;
        writer.WriteStartObject(name);
        Number(writer, "logOdds", reasons.LogOdds);
        Number(writer, "base", reasons.Base);
        writer.WriteStartArray("contributions");
        foreach (var contribution in reasons.Contributions)
        {
            writer.WriteStartObject();
            writer.WriteString("feature", contribution.Feature);
            Number(writer, "value", contribution.Value);
            Number(writer, "logOdds", contribution.LogOdds);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Offsets; none for the headline, which is no part of the text.</summary>
    private static void Write(Utf8JsonWriter writer, TextSpan? place)
    {
        if (place is not { } span)
            return;
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
    }

    private static void Number(Utf8JsonWriter writer, string name, double value) => writer.WriteNumber(name, Math.Round(value, 4));
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.Notebooks;

/// <summary>A cell of a notebook.</summary>
/// <param name="IsCode">Code, or text.</param>
/// <param name="Source">What stands in it.</param>
/// <param name="Tags">Its tags: <c>numbers-vary</c> marks one whose figures depend on the processor, as of a model trained in it.</param>
/// <param name="Outputs">What it showed, as the notebook keeps it.</param>
internal sealed record NotebookCell(bool IsCode, string Source, IReadOnlySet<string> Tags, JsonArray Outputs);

/// <summary>A Jupyter notebook, format 4.</summary>
internal sealed class Notebook
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly JsonObject json;

    private Notebook(string folder, JsonObject json) => (Folder, this.json) = (folder, json);

    /// <summary>Where it lies, which is where it runs.</summary>
    public string Folder { get; }

    public IReadOnlyList<NotebookCell> Cells => [.. json["cells"]!.AsArray().Select(c => new NotebookCell(
        c!["cell_type"]!.GetValue<string>() == "code", Text(c["source"]), (c["metadata"]?["tags"] as JsonArray)?.Select(t => t!.GetValue<string>()).ToHashSet() ?? [], c["outputs"] as JsonArray ?? []))];

    public static Notebook Read(string path) => Parse(File.ReadAllText(path), Path.GetDirectoryName(Path.GetFullPath(path))!);

    public static Notebook Parse(string text, string folder) => new(folder, JsonNode.Parse(text)!.AsObject());

    /// <summary>The same notebook with these outputs, one array for each code cell in order.</summary>
    public Notebook With(IReadOnlyList<JsonArray> outputs)
    {
        var copy = json.DeepClone().AsObject();
        var count = 0;
        foreach (var cell in copy["cells"]!.AsArray().Where(c => c!["cell_type"]!.GetValue<string>() == "code"))
        {
            cell!["outputs"] = outputs[count].DeepClone();
            cell["execution_count"] = ++count;
        }
        return new Notebook(Folder, copy);
    }

    public void Write(string path) => File.WriteAllText(path, json.ToJsonString(Written) + "\n");

    /// <summary>Text that the format keeps as one string or as a list of lines.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(l => l!.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    /// <summary>A text as the format keeps it: a list of lines, each with its end.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. lines.Select((line, i) => i + 1 < lines.Length ? line + "\n" : line).Where(line => line.Length > 0).Select(line => (JsonNode)line)];
    }
}

using System.Text.Json;

namespace Stance.Cli;

/// <summary>An article read from the input, with the pairs it asks about and where it stood.</summary>
internal sealed record SourceArticle(Article Article, List<(string Actor, string Issue)> Pairs, string Where, string Row);

/// <summary>A row that could not be read.</summary>
internal sealed record RejectedRow(string File, int Line, string Message, string Row);

/// <summary>Reads articles from files, folders and standard input: JSON Lines, plain text, HTML.</summary>
/// <param name="paths">Files and folders; none: standard input.</param>
/// <param name="asked">The analyzer that is asked for the rows' pairs, which must be known to it; <c>null</c>: no pairs are read.</param>
/// <param name="skipBadRows">Whether a bad row is put aside rather than thrown.</param>
internal sealed class ArticleSource(IReadOnlyList<string> paths, StanceAnalyzer? asked, bool skipBadRows)
{
    private static readonly string[] Extensions = [".jsonl", ".ndjson", ".json", ".txt", ".html", ".htm"];

    private readonly List<RejectedRow> rejected = [];

    /// <summary>The rows that were skipped so far.</summary>
    public IReadOnlyList<RejectedRow> Rejected => rejected;

    /// <exception cref="FormatException">A bad row, where none may be skipped.</exception>
    public IEnumerable<SourceArticle> Read()
    {
        if (paths.Count == 0)
        {
            foreach (var article in Standard())
                yield return article;
            yield break;
        }
        foreach (var path in paths)
            foreach (var file in Files(path))
                foreach (var article in ReadFile(file))
                    yield return article;
    }

    /// <summary>The input's files, checked to be there before any work begins.</summary>
    public static List<string> Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"{path}: no such file or folder; allowed: articles as .jsonl, .txt or .html, or a folder of them");
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(f) != "issues.json")
            .Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException($"{path}: found no articles; allowed: a folder with {string.Join(", ", Extensions)}");
    }

    private IEnumerable<SourceArticle> Standard()
    {
        using var stream = Console.OpenStandardInput();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var text = TextFile.Decode(memory.ToArray(), "standard input");
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("standard input(1): found nothing; allowed: JSON Lines, or the text of one article");
        return text.TrimStart()[0] == '{' ? Rows("standard input", text) : [new SourceArticle(Article.FromText(text, id: "standard input"), [], "standard input(1)", "")];
    }

    private IEnumerable<SourceArticle> ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        string text;
        try
        {
            text = TextFile.Read(path);
            if (string.IsNullOrWhiteSpace(text))
                throw new FormatException($"{name}(1): the file is empty; allowed: an article, or one JSON object a line");
        }
        catch (FormatException e) when (skipBadRows)
        {
            rejected.Add(new RejectedRow(name, 1, e.Message, ""));
            return [];
        }
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => One(path, name, () => Article.FromHtml(text, id: Path.GetFileNameWithoutExtension(path))),
            ".txt" => One(path, name, () => Article.FromText(text, id: Path.GetFileNameWithoutExtension(path))),
            _ => Rows(name, text),
        };
    }

    private List<SourceArticle> One(string path, string name, Func<Article> read)
    {
        try
        {
            return [new SourceArticle(read(), [], name, "")];
        }
        catch (FormatException e)
        {
            if (!skipBadRows)
                throw new FormatException($"{name}: {e.Message}", e);
            rejected.Add(new RejectedRow(name, 1, $"{name}: {e.Message}", path));
            return [];
        }
    }

    private IEnumerable<SourceArticle> Rows(string name, string text)
    {
        var line = 0;
        foreach (var row in text.Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(row))
                continue;
            SourceArticle article;
            try
            {
                article = new SourceArticle(Article.FromJson(row), asked is null ? [] : Pairs(row, asked), $"{name}({line})", row);
            }
            catch (FormatException e)
            {
                if (!skipBadRows)
                    throw new FormatException($"{name}({line}): {e.Message}", e);
                rejected.Add(new RejectedRow(name, line, $"{name}({line}): {e.Message}", row.TrimEnd('\r')));
                continue;
            }
            yield return article;
        }
    }

    private static List<(string, string)> Pairs(string row, StanceAnalyzer asked)
    {
        using var document = JsonDocument.Parse(row);
        // A labelled row asks about its own labels where it lists no pairs.
        if (!document.RootElement.TryGetProperty("pairs", out var list) && !document.RootElement.TryGetProperty("stances", out list))
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException("field \"pairs\" is no list; allowed: [{\"actor\": \"…\", \"issue\": \"…\"}, …]");
        var pairs = new List<(string, string)>();
        foreach (var pair in list.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Object || !pair.TryGetProperty("actor", out var actor) || !pair.TryGetProperty("issue", out var issue)
                || actor.ValueKind != JsonValueKind.String || issue.ValueKind != JsonValueKind.String)
                throw new FormatException("an entry of \"pairs\" has no actor or issue; allowed: {\"actor\": \"…\", \"issue\": \"…\"}");
            try
            {
                pairs.Add((KnownActor(actor, asked), KnownIssue(issue, asked)));
            }
            catch (InvalidOperationException e)
            {
                throw ArticleJson.HalfPair("an entry of \"pairs\"", e);
            }
        }
        return pairs;
    }

    private static string KnownActor(JsonElement code, StanceAnalyzer asked) => asked.Actors.Find(code.GetString()!)?.Code
        ?? throw new FormatException($"actor '{code.GetString()}' is not known; allowed: an ISO 3166-1 alpha-3 code, a bloc's code, or one of the actors' file");

    private static string KnownIssue(JsonElement id, StanceAnalyzer asked) => asked.Issues.Find(id.GetString()!)?.Id
        ?? throw new FormatException($"issue '{id.GetString()}' is not known; allowed: an id of the issue definitions ({asked.Issues.Count} issues)");
}

using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>How much evidence a report holds.</summary>
/// <param name="PerStance">Passages of one stance.</param>
/// <param name="Length">UTF-16 code units of one passage.</param>
/// <param name="PerCell">Stances of one cell that have any, the most probable ones.</param>
internal readonly record struct EvidenceDepth(int PerStance, int Length, int PerCell);

/// <summary>What a report shows, as plain arrays: the page computes from them whatever a filter leaves. All text in it is clean.</summary>
internal sealed class ReportData
{
    /// <summary>Most states of which the page draws a network.</summary>
    private const int MostNodes = 40;

    private readonly List<ArticleStances> results;
    private readonly Dictionary<Article, int> articleAt = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> actorAt, issueAt;
    private readonly List<(int Article, ActorStance Stance)> stances;
    private readonly Dictionary<ActorStance, int> stanceAt = new(ReferenceEqualityComparer.Instance);
    private readonly int given;

    public ReportData(IReadOnlyList<ArticleStances> all)
    {
        given = all.Count;
        results = DistinctArticles.Of(all);
        Matrix = StanceMatrix.From(results);
        actorAt = Matrix.Actors.Select((a, i) => (a.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        issueAt = Matrix.Issues.Select((a, i) => (a.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        for (var i = 0; i < results.Count; i++)
            articleAt[results[i].Article] = i;
        stances = [.. Matrix.Cells.SelectMany(c => c.Evidence).Select(e => (articleAt[e.Article], e.Stance))];
        for (var i = 0; i < stances.Count; i++)
            stanceAt[stances[i].Stance] = i;
    }

    public StanceMatrix Matrix { get; }

    /// <summary>Articles given, copies among them.</summary>
    public int Given => given;

    public JsonObject ToJson(EvidenceDepth depth)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new JsonArray();
        foreach (var cell in Matrix.Cells)
            for (var rank = 0; rank < cell.Evidence.Count; rank++)
                rows.Add(Row(cell.Evidence[rank], rank < depth.PerCell ? depth : depth with { PerStance = 0 }, texts));
        return new JsonObject
        {
            ["given"] = given,
            ["actors"] = new JsonArray([.. Matrix.Actors.Select(a => (JsonNode)new JsonArray(Clean(a.Code), Clean(a.EnglishName), Clean(a.ArabicName)))]),
            ["issues"] = new JsonArray([.. Matrix.Issues.Select(i => (JsonNode)new JsonArray(Clean(i.Id), Of(i.Name, "en") ?? Of(i.Name, "ar") ?? Clean(i.Id), Of(i.Name, "ar") ?? Of(i.Name, "en") ?? Clean(i.Id),
                Of(i.Proposition, "en") ?? Of(i.Proposition, "ar"), Of(i.Proposition, "ar") ?? Of(i.Proposition, "en")))]),
            ["articles"] = new JsonArray([.. results.Select(r => Article(r))]),
            ["stances"] = rows,
            ["texts"] = new JsonArray([.. texts.OrderBy(t => t.Value).Select(t => (JsonNode)t.Key)]),
            ["cells"] = new JsonArray([.. Matrix.Cells.Select(c => (JsonNode)new JsonArray(actorAt[c.Actor.Code], issueAt[c.Issue.Id], Three(c.Low), Three(c.High)))]),
            ["changes"] = Changes(),
            ["places"] = Places(),
        };
    }

    /// <summary>article, actor, issue, stance (0 favor, 1 against, 2 neutral), probability, score, weight, speaker, texts.</summary>
    private JsonArray Row((Article Article, ActorStance Stance) entry, EvidenceDepth depth, Dictionary<string, int> texts)
    {
        var (article, stance) = entry;
        var (score, weight) = StanceScore.Of(stance.Probabilities);
        var quoted = new JsonArray();
        foreach (var evidence in stance.Evidence.Take(depth.PerStance))
        {
            var text = string.Concat(SafeText.Wrap(evidence.Text, depth.Length, int.MaxValue));
            if (text.Length == 0)
                continue;
            if (!texts.TryGetValue(text, out var at))
                texts[text] = at = texts.Count;
            quoted.Add(at);
        }
        return new JsonArray(articleAt[article], actorAt[stance.Actor.Code], issueAt[stance.Issue.Id], (int)stance.Stance, Three(stance.Probability), Three(score), Three(weight),
            stance.Speaker is { } speaker ? string.Concat(SafeText.Wrap(speaker, 80, int.MaxValue)) : null, quoted);
    }

    private static JsonNode Article(ArticleStances result)
    {
        var article = result.Article;
        // Anything but a page of the web would be a way to run what an article says.
        var url = Uri.TryCreate(article.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
        return new JsonArray(Clean(article.Id), article.Title is { } title ? string.Concat(SafeText.Wrap(title, 200, int.MaxValue)) : null,
            article.Published is { } day ? FrameCsv.Day(day) : null, article.Source is { } source ? Clean(source) : null, url, result.Language);
    }

    /// <summary>Where a state turned on an issue: actor, issue, day, before, after, p, stances last before, stances first after.</summary>
    private JsonArray Changes()
    {
        var options = new TimelineOptions();
        var changes = new JsonArray();
        foreach (var timeline in StanceTimeline.From(results, Matrix.Cells.Where(c => c.Count >= 2 * options.MinimumArticles).Select(c => (c.Actor.Code, c.Issue.Id)), options))
            foreach (var change in timeline.Changes)
                changes.Add(new JsonArray(actorAt[timeline.Actor.Code], issueAt[timeline.Issue.Id], FrameCsv.Day(change.Day), Three(change.Before), Three(change.After), Three(change.PValue),
                    At(change.LastBefore), At(change.FirstAfter)));
        return changes;
    }

    private JsonArray At(IReadOnlyList<(Article Article, ActorStance Stance)> entries) => [.. entries.Select(e => (JsonNode)stanceAt[e.Stance])];

    /// <summary>Place and community of each actor in the network of agreement; null for those not in it.</summary>
    private JsonArray Places()
    {
        var network = AgreementNetwork.From(Matrix);
        var drawn = Matrix.Actors.Where(a => network.CommunityOf(a.Code) is not null).Take(MostNodes).OrderBy(a => network.CommunityOf(a.Code)).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        var at = drawn.Select((a, i) => (a.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var ties = network.Agreements.Where(a => a.Weight > 0 && at.ContainsKey(a.First.Code) && at.ContainsKey(a.Second.Code)).ToList();
        // The ties that the page draws are those that place its states.
        var strongest = drawn.SelectMany(a => ties.Where(t => t.First.Equals(a) || t.Second.Equals(a)).OrderByDescending(t => t.Value).Take(4)).Distinct();
        var places = SpringLayout.Of(drawn.Count, [.. strongest.Select(t => (at[t.First.Code], at[t.Second.Code], t.Weight))]);
        return [.. Matrix.Actors.Select(a => at.TryGetValue(a.Code, out var i) ? (JsonNode)new JsonArray(places[i].X, places[i].Y, network.CommunityOf(a.Code)!.Value) : null)];
    }

    private static string? Of(IReadOnlyDictionary<string, string> texts, string language) => texts.TryGetValue(language, out var text) && !string.IsNullOrWhiteSpace(text) ? Clean(text) : null;

    private static string Clean(string text) => SafeText.Clean(text);

    private static double Three(double value) => Math.Round(value, 3) + 0.0;
}

using System.Globalization;
using System.Text.Json;

namespace Stance.Benchmarks;

/// <summary>Recall of states on annotated newswire sentences, and mentions in random sentences for judging precision by eye.</summary>
internal static class ActorRun
{
    private static string Shared { get; } = Environment.GetEnvironmentVariable("STANCE_SHARED") ?? Path.Combine(BenchmarkArticles.Repository, "..", "shared");

    public static int Run(string[] args)
    {
        if (args is ["sample", var seed, ..])
            return Sample(int.Parse(seed, CultureInfo.InvariantCulture), args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100);
        if (args is ["corpus", ..])
            return Corpus();
        var spans = ActorSpanRecall.Measure(Path.Combine(Shared, ActorSpanRecall.File));
        var found = spans.Count(s => s.Miss is null);
        Console.WriteLine($"states found: {found} of {spans.Count} spans, {(double)found / spans.Count:F3}");
        foreach (var role in spans.GroupBy(s => s.Role).OrderByDescending(g => g.Count()))
            Console.WriteLine($"  role {role.Key}: {role.Count(s => s.Miss is null)} of {role.Count()}");
        foreach (var kind in spans.Where(s => s.Miss is not null).GroupBy(s => s.Miss!.Value).OrderBy(g => g.Key))
        {
            Console.WriteLine($"{kind.Key}: {kind.Count()}");
            foreach (var span in kind)
                Console.WriteLine($"  {span.Country} {span.Role} «{span.Words}» ({span.Id}): {span.Sentence}");
        }
        return 0;
    }

    /// <summary>How many actors of the labels of our own articles are found in their article.</summary>
    private static int Corpus()
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var pairs = BenchmarkArticles.Corpus.Articles.SelectMany(a => a.Stances.Select(s => s.Actor).Distinct().Select(code => (Article: a.Article, Code: code))).ToList();
        var actors = pairs.Select(p => p.Article).Distinct().ToDictionary(a => a, a => ArticleAnalysis.Of(lexicon, a).Actors());
        foreach (var language in pairs.GroupBy(p => p.Article.Language))
        {
            var missed = language.Where(p => !actors[p.Article].Contains(lexicon.ActorIndex[p.Code])).ToList();
            Console.WriteLine($"{language.Key}: {language.Count() - missed.Count} of {language.Count()} labelled actors found, {1 - (double)missed.Count / language.Count():F4}");
            foreach (var (article, code) in missed)
                Console.WriteLine($"  {code} in {article.Id}");
        }
        return 0;
    }

    /// <summary>A row whose date may be none that we read («2013/2014»): the article then counts as undated.</summary>
    private static Article Read(string line)
    {
        using var row = JsonDocument.Parse(line);
        string? Field(string name) => row.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        DateOnly? published = DateOnly.TryParseExact(Field("published"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new Article { Id = Field("id")!, Title = Field("title"), Text = Field("text")!, Language = Field("language"), Published = published };
    }

    /// <summary>The mentions of so many random sentences that have any, each bracketed in its sentence.</summary>
    private static int Sample(int seed, int count)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var articles = File.ReadLines(Path.Combine(Shared, "real-news/unlabelled.jsonl")).Select(Read).ToList();
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < count;)
        {
            var analysis = ArticleAnalysis.Of(lexicon, articles[random.Next(articles.Count)]);
            var document = analysis.Document;
            if (document.Sentences.Count == 0)
                continue;
            var sentence = document.Sentences[random.Next(document.Sentences.Count)];
            if (!seen.Add(document.Original(sentence.FirstToken, sentence.EndToken)))
                continue;
            var mentions = analysis.Mentions.Where(m => m.IsState && m.Confidence >= 0.3f && m.First >= sentence.FirstToken && m.First < sentence.EndToken).ToList();
            if (mentions.Count == 0)
                continue;
            n++;
            Console.WriteLine($"{n}. [{document.Article.Id} {document.Article.Published:yyyy-MM-dd}] {document.Original(sentence.FirstToken, sentence.EndToken).ReplaceLineEndings(" ")}");
            foreach (var mention in mentions)
                Console.WriteLine($"     {lexicon.Catalog.Actors[mention.Actor].Code} {mention.Kind} {mention.Confidence:F2} «{document.Original(mention.First, mention.End).ReplaceLineEndings(" ")}»");
        }
        return 0;
    }
}

using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.ML;

namespace Stance.Benchmarks;

/// <summary>Articles a second on one core, beside the yardstick — what reading the same text costs at least — and beside the stock ML.NET pipeline as a peer. One operation is 100 articles.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 8)]
public class AnalysisBenchmarks
{
    private Article[] articles = [];
    private byte[][] utf8 = [];
    private StanceAnalyzer analyzer = null!;
    private Lexicon lexicon = null!;
    private ITransformer stock = null!;
    private MLContext ml = null!;
    private float[] weights = [];

    /// <summary>Loads everything once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        articles = BenchmarkArticles.Arabic(100);
        utf8 = BenchmarkArticles.Utf8(articles);
        analyzer = new StanceAnalyzer(issues: BenchmarkArticles.SixtyIssues);
        lexicon = new Lexicon(ActorCatalog.Default, StanceModel.Default.Data);
        weights = new float[1 << 16];
        ml = new MLContext(1);
        var rows = articles.Select((a, i) => new Row { Text = a.Text, Label = i % 3 == 0 ? "favor" : "against" });
        var data = ml.Data.LoadFromEnumerable(rows);
        stock = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Transforms.Text.FeaturizeText("Features", "Text"))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new Microsoft.ML.Trainers.SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 5 })).Fit(data);
    }

    /// <summary>The whole way: articles in, stances, sentiments and evidence out, 60 issues.</summary>
    [Benchmark(Baseline = true)]
    public int Analyze()
    {
        var found = 0;
        foreach (var article in articles)
            found += analyzer.Analyze(article).Stances.Count;
        return found;
    }

    /// <summary>The stages above issues: text, actors, statements.</summary>
    [Benchmark]
    public int ReadOnly()
    {
        var statements = 0;
        foreach (var article in articles)
            statements += ArticleAnalysis.Of(lexicon, article).Statements.Count;
        return statements;
    }

    /// <summary>Yardstick: decode UTF-8.</summary>
    [Benchmark]
    public int Transcode()
    {
        var chars = 0;
        foreach (var bytes in utf8)
            chars += Encoding.UTF8.GetString(bytes).Length;
        return chars;
    }

    /// <summary>Yardstick: normalise and cut into tokens.</summary>
    [Benchmark]
    public int FoldAndTokenize()
    {
        var tokens = 0;
        foreach (var article in articles)
            tokens += Tokenizer.Tokenize(NormalizedText.Of(article.Text)).Count;
        return tokens;
    }

    /// <summary>Yardstick: fold, then one pass of the automaton over all lexicons.</summary>
    [Benchmark]
    public int Automaton()
    {
        var hits = 0;
        foreach (var article in articles)
        {
            var document = TextDocument.Of(article);
            hits += new HitTable(lexicon, document, TokenReadings.Of(document, lexicon.Vocabulary)).All.Count;
        }
        return hits;
    }

    /// <summary>Yardstick: hash word 1-2-grams of the folded text into a sparse dot product.</summary>
    [Benchmark]
    public float HashAndDot()
    {
        var sum = 0f;
        foreach (var article in articles)
        {
            var text = NormalizedText.Of(article.Text);
            uint previous = 0;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                var hash = 2166136261u;
                foreach (var c in text.Chars[token.Start..token.End])
                    hash = (hash ^ c) * 16777619;
                sum += weights[hash & 0xFFFF] + weights[(hash * 31 + previous) & 0xFFFF];
                previous = hash;
            }
        }
        return sum;
    }

    /// <summary>Peer: stock ML.NET text classification (FeaturizeText, SDCA) of the same articles: one label an article, no actor, no issue, no evidence.</summary>
    [Benchmark]
    public int StockMlNet()
    {
        var scored = stock.Transform(ml.Data.LoadFromEnumerable(articles.Select(a => new Row { Text = a.Text, Label = "favor" })));
        return Microsoft.ML.Data.ColumnCursorExtensions.GetColumn<float[]>(scored, "Score").Count();
    }

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public string Label { get; set; } = "";
    }
}

#:project ../src/Stance.Plots/Stance.Plots.csproj
#:property PublishAot=false
// From a package instead of the clone:  #:package Stance.Plots@0.1.0

// The quick start without a notebook: dotnet run notebooks/quickstart.cs [article.jsonl [out.html]]
using System.Runtime.CompilerServices;
using System.Text;
using Stance;
using Stance.Plots;

Console.OutputEncoding = new UTF8Encoding(false);
var path = args is [var given, ..] ? given : Path.Combine(Here(), "articles", "khan-sheikhoun-2017.jsonl");
var analyzer = StanceAnalyzer.Default;
foreach (var article in File.ReadLines(path).Select(Article.FromJson))
{
    var result = analyzer.Analyze(article);
    Console.WriteLine(article.Title);
    foreach (var s in result.Stances)
    {
        Console.WriteLine($"{s.Probability,4:P0}  {s.Actor.EnglishName}: {s.Stance} — {s.Issue.Name.GetValueOrDefault("en") ?? s.Issue.Id}");
        Console.WriteLine($"      {s.Evidence[0].Text}");
    }
    // The article with its marks, to be opened in a browser.
    if (args is [_, var page, ..])
        EvidenceView.Of(result, analyzer).SaveHtml(page);
}

static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

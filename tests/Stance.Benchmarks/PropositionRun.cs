using System.Globalization;
using System.Text.Json;

namespace Stance.Benchmarks;

/// <summary>How often <see cref="PropositionParts"/> reads right which part a state has in a proposition, on 400 propositions written freely in both languages by hands that had not seen the rule. Run from the repository's root.</summary>
internal static class PropositionRun
{
    /// <summary>A state of a proposition.</summary>
    /// <param name="Set"><c>read</c>: looked at while the rule was written; <c>counted</c>: only counted.</param>
    /// <param name="Language">Language.</param>
    /// <param name="Text">The proposition.</param>
    /// <param name="Actor">The state.</param>
    /// <param name="Gold">Its part: 1, -1, or 0 where the words do not tell.</param>
    /// <param name="Found">The part that is read; <c>null</c> where the state is not found.</param>
    private sealed record Part(string Set, string Language, string Text, string Actor, int Gold, float? Found);

    /// <summary>Prints the figures.</summary>
    /// <param name="arguments"><c>--list</c> prints what is read wrong.</param>
    public static int Run(string[] arguments)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var parts = File.ReadLines(Path.Combine(BenchmarkArticles.Repository, "tests", "Stance.Benchmarks", "propositions.jsonl")).SelectMany(line => Read(lexicon, line)).ToList();
        Console.WriteLine("| set | language | states | right | wrong | not told | not found | of those told, right |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in parts.Where(p => p.Gold != 0).GroupBy(p => (p.Set, p.Language)))
        {
            int right = group.Count(p => p.Found == p.Gold), wrong = group.Count(p => p.Found == -p.Gold), missing = group.Count(p => p.Found is null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key.Set} | {group.Key.Language} | {group.Count()} | {right} | {wrong} | {group.Count() - right - wrong - missing} | {missing} | {(double)right / (right + wrong):F3} |"));
        }
        if (arguments is ["--list"])
            foreach (var part in parts.Where(p => p.Gold != 0 && p.Found != p.Gold))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part.Set}\t{part.Actor}\t{part.Gold}\t{part.Found}\t{part.Text}"));
        return 0;
    }

    private static IEnumerable<Part> Read(Lexicon lexicon, string line)
    {
        using var json = JsonDocument.Parse(line);
        var read = new List<Part>();
        foreach (var language in (string[])[LanguageDetector.Arabic, LanguageDetector.English])
        {
            var text = json.RootElement.GetProperty(language).GetString()!;
            var reading = PropositionReading.Of(lexicon, text, language);
            foreach (var gold in json.RootElement.GetProperty("parts").EnumerateObject())
            {
                var at = Array.FindIndex(reading.States, s => lexicon.Catalog.Actors[s].Code == gold.Name);
                read.Add(new Part(json.RootElement.GetProperty("set").GetString()!, language, text, gold.Name, gold.Value.GetInt32(), at < 0 ? null : reading.Parts[at]));
            }
        }
        return read;
    }
}

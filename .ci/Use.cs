using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Stance;
using Stance.Extensions.DependencyInjection;
using Stance.Plots;

// What a user's project does with the packages; .ci/pack builds it outside the repository's own build.
switch (args)
{
    case ["same", var one, var other]:
        return Same(one, other);
    case ["use"]:
        return Use();
    default:
        throw new ArgumentException("allowed: same ONE OTHER, or use");
}

// The file of core properties has a name and a date of the minute, and the relations speak of it: everything else is the same byte for byte.
static int Same(string one, string other)
{
    static SortedDictionary<string, byte[]> Entries(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) || entry.FullName == "_rels/.rels")
                continue;
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            entries[entry.FullName] = memory.ToArray();
        }
        return entries;
    }
    var (a, b) = (Entries(one), Entries(other));
    var differing = a.Keys.Union(b.Keys).Where(k => !a.TryGetValue(k, out var x) || !b.TryGetValue(k, out var y) || !x.AsSpan().SequenceEqual(y)).ToList();
    foreach (var name in differing)
        Console.Error.WriteLine($"{Path.GetFileName(one)}: {name} differs between two packs");
    // What a package has to bring.
    string[] wanted = one.EndsWith(".snupkg", StringComparison.Ordinal) ? [".pdb"] : ["README.md", "icon.png", ".dll", .. a.Keys.Any(k => k.StartsWith("lib/", StringComparison.Ordinal)) ? (string[])[".xml"] : []];
    var missing = wanted.Where(w => !a.Keys.Any(k => k.EndsWith(w, StringComparison.Ordinal))).ToList();
    foreach (var name in missing)
        Console.Error.WriteLine($"{Path.GetFileName(one)}: found no {name}");
    return differing.Count + missing.Count == 0 ? 0 : 1;
}

static int Use()
{
    const string text = "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو ترفض الاتهامات الموجهة إلى دمشق بشأن الهجوم الكيميائي في خان شيخون.";
    using var services = new ServiceCollection().AddStance().BuildServiceProvider();
    var result = services.GetRequiredService<StanceService>().Analyze(Article.FromText(text, published: new DateOnly(2017, 4, 12), id: "a"));
    if (!result.Stances.Any(s => s.Actor.Code == "RUS"))
        throw new InvalidOperationException($"found no stance of Russia: {result.ToJson()}");
    var html = StanceMatrix.From([result]).ToHeatMap().ToHtml();
    return html.Contains("RUS", StringComparison.Ordinal) || html.Contains("Russia", StringComparison.Ordinal) ? 0 : throw new InvalidOperationException("the chart does not show Russia");
}

using System.Globalization;

namespace Stance;

/// <summary>The tables of models, their evaluation, and the checks of corpora and issues.</summary>
internal static class ReportTables
{
    public static DisplayTable Of(EvaluationReport report)
    {
        var table = new DisplayTable($"Evaluation on {ResultTables.Count(report.Articles)} articles", "Figure", "Value", "95 % interval", "Precision", "Recall", "Labels");
        void Three(string name, PrecisionRecall p) => table.Add(name, Figure(p.F1.Value), Interval(p.F1), Figure(p.Precision.Value), Figure(p.Recall.Value), ResultTables.Count(p.Support));
        void One(string name, Estimate e, int? support = null) => table.Add(name, Figure(e.Value), Interval(e), "", "", support is { } n ? ResultTables.Count(n) : "");
        Three("pair F1", report.Pairs);
        Three("triple F1", report.Triples);
        One("polarity favor/against F1", report.PolarityFavorAgainstF1);
        One("polarity macro-F1", report.PolarityMacroF1);
        One("polarity accuracy", report.PolarityAccuracy);
        foreach (var (stance, (f1, support)) in report.PolarityPerClass.OrderBy(p => p.Key))
            One($"polarity F1, {LabelledJson.NameOf(stance)}", f1, support);
        One("evidence overlap", report.EvidenceOverlap);
        One("calibration error", report.CalibrationError);
        Three("sentiment F1", report.Sentiments);
        if (report.CandidateRecall is { } recall)
            table.Add("candidate recall", Figure(recall), "", "", "", "");
        return table;
    }

    public static DisplayTable Of(StanceConfusion confusion)
    {
        StanceLabel?[] labels = [StanceLabel.Favor, StanceLabel.Against, StanceLabel.Neutral, null];
        var table = new DisplayTable("Gold down, predicted across", ["", .. labels.Select(Name)]);
        foreach (var gold in labels)
            table.Add([Name(gold), .. labels.Select(predicted => new DisplayCell(gold is null && predicted is null ? "" : ResultTables.Count(confusion[gold, predicted]), gold is not null && gold == predicted ? "#d6e6f4" : null))]);
        return table;

        static string Name(StanceLabel? label) => label is { } l ? LabelledJson.NameOf(l) : "none";
    }

    public static DisplayTable Of(ModelComparison comparison)
    {
        var table = new DisplayTable($"Old and new model on {ResultTables.Count(comparison.Articles)} articles", "Figure", "Old", "New", "Difference", "95 % interval");
        table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"McNemar's test of the reported stances: only the old model is right on {comparison.Reported.OnlyOld}, only the new one on {comparison.Reported.OnlyNew} (p = {comparison.Reported.PValue:0.000})."));
        foreach (var f in comparison.Figures)
            table.Add(f.Name, Figure(f.Old), Figure(f.New), f.Difference.Value.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture), Interval(f.Difference));
        return table;
    }

    public static DisplayTable Of(LabelReview review)
    {
        var table = new DisplayTable("Labels, the most suspect first", "Kind", "Article", "Actor", "Issue", "Given", "Suggested", "Probability", "Evidence");
        table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{review.Labels} labels and {review.Unlabelled} pairs without one judged; {review.Ranked.Count(s => s.IsLikely)} likely errors."));
        foreach (var s in review.Ranked.Where(s => s.IsLikely))
            table.Add(s.Kind.ToString(), s.Article, s.Actor, s.Issue, s.Given is { } given ? LabelledJson.NameOf(given) : "none", s.Suggested is { } better ? LabelledJson.NameOf(better) : "none", ResultTables.Percent(s.Probability), string.Join(" … ", s.Evidence));
        return table;
    }

    public static DisplayTable Of(IssueCheckReport report)
    {
        var table = new DisplayTable("Issues tried on articles", "Issue", "Articles", "Phrases that hit", "Phrases that never hit", "No text in");
        foreach (var (a, b, share) in report.Overlaps.Take(5))
            table.Notes.Add($"{a} and {b} share {ResultTables.Percent(share)} of their words.");
        foreach (var entry in report.Issues)
        {
            var phrases = entry.Phrases.Where(p => p.Group is "topic" or "favor" or "against").ToList();
            table.Add(entry.Issue.Id, ResultTables.Count(entry.Articles), string.Join("; ", phrases.Where(p => p.Hits > 0).Select(p => $"{p.Phrase} ({ResultTables.Count(p.Hits)})")),
                string.Join("; ", phrases.Where(p => p.Hits == 0).Select(p => p.Phrase)), string.Join(", ", entry.MissingLanguages));
        }
        return table;
    }

    public static DisplayTable Of(CorpusReport report)
    {
        var table = new DisplayTable($"{ResultTables.Count(report.Errors.Count)} errors, {ResultTables.Count(report.Warnings.Count)} warnings", "", "");
        foreach (var error in report.Errors)
            table.Add(new DisplayCell("error", "#f4a582"), error);
        foreach (var count in report.Counts)
            table.Add("count", count);
        foreach (var warning in report.Warnings)
            table.Add("warning", warning);
        return table;
    }

    public static DisplayTable Of(ModelManifest manifest)
    {
        var table = new DisplayTable("Stance model", "", "")
            .Add("trained on", string.Create(CultureInfo.InvariantCulture, $"{manifest.Articles} articles, {manifest.StanceLabels} stances, {manifest.Issues} issues"))
            .Add("reports from probability", ResultTables.Share(manifest.Threshold))
            .Add("seed", ResultTables.Count(manifest.Options.Seed))
            .Add("library", manifest.LibraryVersion)
            .Add("corpus", Short(manifest.CorpusHash));
        foreach (var (name, value) in manifest.Metrics.OrderBy(m => m.Key, StringComparer.Ordinal))
            table.Add($"{name}, held out", Figure(value));
        return table;

        static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Interval(Estimate e) => string.Create(CultureInfo.InvariantCulture, $"[{e.Low:0.000}, {e.High:0.000}]");
}

using System.Globalization;
using System.Net;
using System.Text;

namespace Stance;

/// <summary>A model card (Mitchell et al. 2019, "Model Cards for Model Reporting", FAT* 2019): for what the model is meant, what it was trained on, how good it is and where it fails, made from its manifest.</summary>
public sealed class ModelCard
{
    private sealed record Section(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Name, string Value)> Rows);

    private readonly List<Section> sections;

    private ModelCard(List<Section> sections) => this.sections = sections;

    /// <summary>The card of a model.</summary>
    /// <param name="manifest">What the model says about itself.</param>
    public static ModelCard Of(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var options = manifest.Options;
        return new ModelCard(
        [
            new("Model details", ["Reads Arabic and English news articles and says which state or intergovernmental bloc takes which stance (favor, against, neutral) on which proposition, with passages of the article and calibrated probabilities; and how actors speak of one another. Boosted trees and linear models over features of statements and of pairs (actor, issue), trained with ML.NET, and small convolutional networks over the roles of a statement's words, trained by the library."],
            [
                ("Library", manifest.LibraryVersion), ("Model format", $"{manifest.FormatVersion}"), ("Feature schema", manifest.FeatureSchema), ("Language data", manifest.LexiconHash),
                .. manifest.Packages.Select(p => (p.Key, p.Value)), ("Seed", $"{options.Seed}"), ("Folds", $"{options.Folds}"), ("Negatives a positive", $"{options.NegativesPerPositive}"), ("Disturbed copies", options.Noise ? "yes" : "no"),
                ("Share of favor assumed", options.FavorPrior is { } prior ? Number(prior) : "that of the corpus"), ("Threshold, stances", Number(manifest.Threshold)), ("Threshold, sentiments", Number(manifest.SentimentThreshold)),
            ]),
            new("Intended use", ["Research on many articles: who says what on which issue, with the sentences to check it by. Meant for people who read the evidence before they rely on a cell of a table.", "Out of scope: decisions about persons, verdicts on what is true, actors that are no states or blocs (parties, armed groups, courts, newspapers), and languages other than Arabic and English."], []),
            new("Factors", ["What is expected to matter: the language; genre and length of the article; whether quotations keep their marks; how well an issue's phrases fit the wording; whether the issue was in training; how often a state occurs. 'stance compare' and 'stance evaluate' give figures by class, issue and state."], []),
            new("Metrics", ["Triple F1: actor, issue and stance are all right. Pair F1: actor and issue are. Side accuracy: favor or against, of the pairs labelled so. Candidate recall: the share of labels that are looked at at all. 1 is best. A prediction is one from the threshold on, which training chooses for the best F1."], []),
            new("Evaluation data", ["The figures below are of parts of the training corpus held out while the model was fitted (no part shares an article with another, and where the corpus allows no issue). They are no substitute for a test on articles from elsewhere: 'stance evaluate DATA --model FILE'."], []),
            new("Training data", ["Articles labelled by the project's labelling guide. The model holds no article."],
            [
                ("Articles", $"{manifest.Articles}"), ("Labelled stances", $"{manifest.StanceLabels}"), ("Issues with a label", $"{manifest.Issues}"), ("SHA-256 of the corpus", manifest.CorpusHash),
                .. manifest.Sources.Select(s => ("Read from", $"{s.Path}{(s.Split is null ? "" : $" (split {s.Split})")}: {s.Articles} articles, SHA-256 {s.Hash}")),
            ]),
            new("Quantitative analyses", manifest.Metrics.Count == 0 ? ["None on record."] : ["On held-out parts, as explained above."], [.. manifest.Metrics.Select(m => (m.Key, Number(m.Value)))]),
            new("Ethical considerations", ["A wrong stance puts words into a state's mouth. Every stance comes with its passage: show it. News covers some states far more than others and often from one side; a table of stances inherits that. What an article reports is labelled, whether it is true or not."], []),
            new("Caveats and recommendations", ["Probabilities are calibrated on articles like those of the corpus; elsewhere they may be off. Which side a state takes is harder to tell than that it takes one. Irony, allusion and what stands in other sentences than the issue's words are missed. Compare models on articles that neither was trained on before one replaces another."], []),
        ]);
    }

    /// <summary>The card in Markdown; whatever the manifest says is escaped.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("# Model card\n");
        foreach (var (title, paragraphs, rows) in sections)
        {
            text.Append("\n## ").Append(title).Append('\n');
            foreach (var paragraph in paragraphs)
                text.Append('\n').Append(paragraph).Append('\n');
            if (rows.Count > 0)
                text.Append("\n| | |\n| --- | --- |\n");
            foreach (var (name, value) in rows)
                text.Append("| ").Append(Markdown(name)).Append(" | ").Append(Markdown(value)).Append(" |\n");
        }
        return text.ToString();
    }

    /// <summary>The card as one web page that fetches nothing; whatever the manifest says is escaped.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Model card</title>\n<style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}td{padding:.1em 1em .1em 0;vertical-align:top;overflow-wrap:anywhere}</style>\n</head>\n<body>\n<h1>Model card</h1>\n");
        foreach (var (title, paragraphs, rows) in sections)
        {
            html.Append("<h2>").Append(WebUtility.HtmlEncode(title)).Append("</h2>\n");
            foreach (var paragraph in paragraphs)
                html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>\n");
            if (rows.Count == 0)
                continue;
            html.Append("<table>\n");
            foreach (var (name, value) in rows)
                html.Append("<tr><td><bdi>").Append(WebUtility.HtmlEncode(name)).Append("</bdi></td><td><bdi>").Append(WebUtility.HtmlEncode(value)).Append("</bdi></td></tr>\n");
            html.Append("</table>\n");
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>A cell of a table: neither HTML, nor the end of the cell, nor any mark of Markdown.</summary>
    private static string Markdown(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            if (c is '<' or '>' or '&')
                text.Append(WebUtility.HtmlEncode(c.ToString()));
            else if (char.IsControl(c))
                text.Append(' ');
            else if (c is '|' or '`' or '*' or '_' or '[' or ']' or '!' or '\\')
                text.Append('\\').Append(c);
            else
                text.Append(c);
        }
        return text.ToString();
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

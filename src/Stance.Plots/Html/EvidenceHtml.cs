using System.Text;

namespace Stance.Plots;

/// <summary>Writes an article with its marks. Marks overlap freely, so the text is cut wherever one begins or ends, and each piece carries all that lie on it.</summary>
internal sealed class EvidenceHtml(ArticleStances result, IReadOnlyList<MarkedStatement> statements, ChartText text)
{
    private const string Font = "font-family:'Noto Sans','Noto Sans Arabic','Segoe UI',Tahoma,'DejaVu Sans',sans-serif;color:#222;line-height:1.9";

    private readonly string article = result.Article.Text;
    private readonly StringBuilder html = new();

    /// <summary>Stances with their evidence, numbered from 1 in the order of the result.</summary>
    private readonly List<(int Number, StanceLabel Stance, TextSpan Span)> evidence =
        [.. result.Stances.SelectMany((s, i) => s.Evidence.Where(e => Lies(e.Span, result.Article.Text)).Select(e => (i + 1, s.Stance, e.Span)))];

    private readonly List<(TextSpan Span, Actor Actor)> mentions = [.. result.Mentions.Where(m => Lies(m.Span, result.Article.Text)).Select(m => (m.Span, m.Actor))];

    private readonly List<MarkedStatement> said = [.. statements.Where(s => Lies(s.Span, result.Article.Text))];

    public string Write()
    {
        var rightToLeft = result.Language == "ar" || (result.Language != "en" && SafeText.IsRightToLeft(article));
        Add($"<article lang=\"{(text.Arabic ? "ar" : "en")}\" dir=\"{(text.Arabic ? "rtl" : "ltr")}\" style=\"{Font}\">");
        if (!string.IsNullOrWhiteSpace(result.Article.Title))
            Add($"<h2 dir=\"auto\" style=\"margin:0 0 4px\">{SafeText.Escape(result.Article.Title)}</h2>");
        About();
        Add($"<div lang=\"{(rightToLeft ? "ar" : "en")}\" dir=\"{(rightToLeft ? "rtl" : "ltr")}\" style=\"max-width:60em;font-size:17px\"><p>");
        Body();
        html.Append("</p></div>");
        Legend();
        Table();
        return html.Append("</article>\n").ToString();
    }

    private void Add(string part) => html.Append(part);

    private void About()
    {
        var parts = new List<string>();
        if (result.Article.Published is { } day)
            parts.Add($"<time>{FrameCsv.Day(day)}</time>");
        foreach (var part in (string?[])[result.Article.Source, result.Article.Id])
            if (!string.IsNullOrWhiteSpace(part))
                parts.Add($"<bdi>{SafeText.Escape(part)}</bdi>");
        Add($"<p style=\"margin:0 0 8px;color:#666\">{string.Join(" · ", parts)}</p>");
        if (result.Stances.Count == 0)
            Add($"<p><strong>{Empty()}</strong></p>");
    }

    private string Empty() => result.Reason switch
    {
        EmptyReason.NoText => text.Raw("The text has no words.", "لا كلمات في النص."),
        EmptyReason.UnsupportedLanguage => text.Raw("The language is not read.", "لغة النص غير مقروءة."),
        EmptyReason.NoActor => text.Raw("No state or bloc is named.", "لا تُذكر دولة ولا تكتل."),
        EmptyReason.NoIssue => text.Raw("No issue of the catalogue is touched.", "لا يمس النص أي قضية من القائمة."),
        _ => text.Raw("No stance is probable enough.", "لا موقف مرجح بما يكفي."),
    };

    private void Table()
    {
        if (result.Stances.Count == 0)
            return;
        const string Cell = "border:1px solid #ccc;padding:2px 8px";
        html.Append("<table style=\"border-collapse:collapse;font-size:14px;margin-bottom:12px\"><thead><tr>");
        foreach (var header in (string[])["", text.Raw("Actor", "الطرف"), text.Raw("Stance", "الموقف"), text.Raw("Issue", "القضية"), text.Raw("Probability", "الاحتمال"), text.Raw("Speaker", "المتحدث")])
            Add($"<th scope=\"col\" style=\"{Cell};background:#f0f0f0\">{header}</th>");
        html.Append("</tr></thead><tbody>");
        for (var i = 0; i < result.Stances.Count; i++)
        {
            var stance = result.Stances[i];
            html.Append("<tr>");
            foreach (var value in (string[])[ChartTable.Count(i + 1), SafeText.Escape(text.RawName(stance.Actor)), $"<b style=\"color:{Colour(stance.Stance)}\">{Sign(stance.Stance)} {text.Stance(stance.Stance)}</b>",
                SafeText.Escape(text.RawName(stance.Issue)), ChartText.Percent(stance.Probability), SafeText.Escape(stance.Speaker ?? "")])
                Add($"<td style=\"{Cell}\"><bdi>{value}</bdi></td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private void Body()
    {
        var cuts = new SortedSet<int> { 0, article.Length };
        foreach (var span in evidence.Select(e => e.Span).Concat(mentions.Select(m => m.Span)).Concat(said.Select(s => s.Span)).Concat(said.Where(s => s.Cue is { } c && Lies(c, article)).Select(s => s.Cue!.Value)))
            cuts.UnionWith([span.Start, span.End]);
        var places = cuts.ToList();
        for (var i = 0; i + 1 < places.Count; i++)
        {
            foreach (var statement in said.Where(s => s.Span.Start == places[i]))
                Chip(statement);
            Piece(new TextSpan(places[i], places[i + 1]));
            foreach (var (number, stance, _) in evidence.Where(e => e.Span.End == places[i + 1]))
                Add($"<sup style=\"color:{Colour(stance)};font-weight:bold\"><bdi>[{ChartTable.Count(number)}{Sign(stance)}]</bdi></sup>");
        }
    }

    private void Chip(MarkedStatement statement)
    {
        var who = string.Join(text.Raw(", ", "، "), statement.Speakers.Select(s => $"{SafeText.Line(text.RawName(s.Actor))} {ChartText.Percent(s.Confidence)}"));
        var kind = statement.Kind switch
        {
            StatementKind.Direct => text.Raw("direct speech", "كلام مباشر"),
            StatementKind.Indirect => text.Raw("reported", "كلام منقول"),
            _ => text.Raw("act", "فعل"),
        };
        Add($"<small dir=\"{(text.Arabic ? "rtl" : "ltr")}\" style=\"display:inline-block;border:1px solid #999;border-radius:8px;padding:0 6px;margin:0 3px;font-size:11px;line-height:1.4;color:#444;background:#f7f7f7;unicode-bidi:isolate\">{who} · {kind}</small>");
    }

    private void Piece(TextSpan span)
    {
        var (style, title) = ("", new List<string>());
        var (found, actor, inside) = (evidence.Where(e => e.Span.Overlaps(span)).ToList(), mentions.FirstOrDefault(m => m.Span.Overlaps(span)).Actor, said.Exists(s => s.Span.Overlaps(span)));
        if (found.Count > 0)
        {
            // Colour and kind of line say the same: one of them is enough to see it.
            var sides = found.Select(e => e.Stance).Distinct().ToList();
            var stance = sides.Count == 1 ? sides[0] : StanceLabel.Neutral;
            style += $"background:{Palette.Faint(Colour(stance), "0.14")};text-decoration:underline {Colour(stance)} {(stance switch { StanceLabel.Favor => "solid", StanceLabel.Against => "double", _ => "dashed" })};text-underline-offset:5px;";
            title.AddRange(found.Select(e => $"[{ChartTable.Count(e.Number)}{Sign(e.Stance)}] {text.RawName(result.Stances[e.Number - 1].Actor)}: {text.RawName(result.Stances[e.Number - 1].Issue)}"));
        }
        if (inside)
            style += "border-bottom:1px dotted #888;";
        if (said.Exists(s => s.Cue is { } cue && cue.Overlaps(span)))
            style += "font-style:italic;";
        if (actor is not null)
        {
            style += "font-weight:bold;";
            title.Add(text.RawName(actor));
        }
        var words = string.Join("</p><p>", article[span.Start..span.End].ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "" : style.Length == 0 ? SafeText.Escape(line)
            : $"<span style=\"{style}\"{(title.Count == 0 ? "" : $" title=\"{SafeText.Escape(string.Join(" · ", title))}\"")}>{SafeText.Escape(line)}</span>"));
        html.Append(words);
    }

    private void Legend()
    {
        html.Append("<p style=\"font-size:13px;color:#555\">");
        foreach (var stance in Enum.GetValues<StanceLabel>())
            Add($"<span style=\"background:{Palette.Faint(Colour(stance), "0.14")};text-decoration:underline {Colour(stance)} {(stance switch { StanceLabel.Favor => "solid", StanceLabel.Against => "double", _ => "dashed" })};text-underline-offset:5px\"><bdi>{Sign(stance)} {text.Stance(stance)}</bdi></span> · ");
        Add($"<b>{text.Raw("state or bloc", "دولة أو تكتل")}</b>");
        if (said.Count > 0)
            Add($" · <span style=\"border-bottom:1px dotted #888\">{text.Raw("statement", "كلام منسوب")}</span> · <i>{text.Raw("its verb", "فعل القول")}</i>");
        html.Append("</p>");
    }

    private static bool Lies(TextSpan span, string article) => span.Start >= 0 && span.Start < span.End && span.End <= article.Length;

    private static string Sign(StanceLabel stance) => stance switch { StanceLabel.Favor => "+", StanceLabel.Against => "\u2212", _ => "\u25CB" };

    private static string Colour(StanceLabel stance) => stance switch { StanceLabel.Favor => Palette.Favor, StanceLabel.Against => Palette.Against, _ => Palette.Neutral };
}

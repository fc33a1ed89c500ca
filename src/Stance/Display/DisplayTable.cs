using System.Globalization;
using System.Net;
using System.Text;

namespace Stance;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Raw text; it is cleaned and escaped when written.</param>
/// <param name="Fill">Colour behind it, or <c>null</c>.</param>
/// <param name="Hint">What is shown while one points at it, or <c>null</c>.</param>
internal readonly record struct DisplayCell(string Text, string? Fill = null, string? Hint = null)
{
    public static implicit operator DisplayCell(string? text) => new(text ?? "");
}

/// <summary>A result as a table that shows anywhere: no script, no style sheet, no picture, so that notebooks that are not trusted, mails and converters keep it.</summary>
/// <param name="title">What it shows.</param>
/// <param name="headers">Heads of the columns.</param>
internal sealed class DisplayTable(string title, params string[] headers)
{
    /// <summary>Rows shown; the rest is counted.</summary>
    public const int MostRows = 50;

    private const string Cell = "border:1px solid #ccc;padding:3px 8px;vertical-align:top;text-align:start";

    private readonly List<DisplayCell[]> rows = [];
    private int hidden;

    /// <summary>Lines below the title.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Adds a row, or counts it where there are enough.</summary>
    public DisplayTable Add(params DisplayCell[] row)
    {
        if (rows.Count < MostRows)
            rows.Add(row);
        else
            hidden++;
        return this;
    }

    public string ToHtml()
    {
        var html = new StringBuilder($"<div style=\"font-family:'Noto Sans','Noto Sans Arabic','Segoe UI',Tahoma,'DejaVu Sans',sans-serif;color:#222;background:#fff;overflow-x:auto\"><p style=\"margin:0 0 4px\" dir=\"auto\"><b>{Escape(title)}</b></p>");
        foreach (var note in Notes)
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 4px;color:#555\" dir=\"auto\">{Escape(note)}</p>");
        if (rows.Count > 0)
        {
            html.Append("<table style=\"border-collapse:collapse;font-size:13px\"><thead><tr>");
            foreach (var header in headers)
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" dir=\"auto\" style=\"{Cell};background:#f0f0f0\">{Escape(header)}</th>");
            html.Append("</tr></thead><tbody>");
            foreach (var row in rows)
            {
                html.Append("<tr>");
                foreach (var (text, fill, hint) in row)
                    html.Append(CultureInfo.InvariantCulture, $"<td dir=\"auto\"{(hint is null ? "" : $" title=\"{Escape(hint)}\"")} style=\"{Cell}{(fill is null ? "" : $";background:{fill};color:{DisplayColours.On(fill)}")}\"><bdi>{Escape(text)}</bdi></td>");
                html.Append("</tr>");
            }
            html.Append("</tbody></table>");
        }
        return html.Append(hidden == 0 ? "" : $"<p style=\"margin:4px 0 0;color:#555\">… {hidden.ToString(CultureInfo.InvariantCulture)} more</p>").Append("</div>").ToString();
    }

    /// <summary>Columns parted by tabs.</summary>
    public string ToText()
    {
        var text = new StringBuilder(CleanText.Of(title)).Append('\n');
        foreach (var note in Notes)
            text.Append(CleanText.Of(note)).Append('\n');
        if (rows.Count > 0)
            text.Append(string.Join('\t', headers.Select(CleanText.Of))).Append('\n');
        foreach (var row in rows)
            text.Append(string.Join('\t', row.Select(c => CleanText.Of(c.Text)))).Append('\n');
        return text.Append(hidden == 0 ? "" : $"… {hidden.ToString(CultureInfo.InvariantCulture)} more\n").ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(CleanText.Of(text));
}

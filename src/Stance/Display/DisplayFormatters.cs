namespace Stance;

/// <summary>A result that shows itself as a table.</summary>
internal interface IDisplayed
{
    /// <summary>The table; made anew at each call.</summary>
    DisplayTable Display();
}

/// <summary>Makes the formatters of all results: HTML, and plain text for terminals.</summary>
internal sealed class DisplayFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new DisplayFormatter("text/html", static table => table.ToHtml()), new DisplayFormatter("text/plain", static table => table.ToText())];
}

/// <summary>A formatter by .NET Interactive's convention: members of these names.</summary>
internal sealed class DisplayFormatter(string mimeType, Func<DisplayTable, string> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IDisplayed displayed)
            return false;
        writer.Write(write(displayed.Display()));
        return true;
    }
}

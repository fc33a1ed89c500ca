namespace Stance;

/// <summary>Tells a notebook what shows a type. .NET Interactive looks for an attribute of this name and shape, wherever it is declared, so that libraries need no reference to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A class with <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>Formats a cell's last value is shown in, the best one first.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}

namespace Stance.Plots;

/// <summary>Colours that the colour-blind tell apart.</summary>
internal static class Palette
{
    /// <summary>Against, neutral, favor: ColorBrewer's RdBu (Brewer 2003), fixed to −1 … 1.</summary>
    public static readonly (double At, string Colour)[] Diverging = [(0, "#b2182b"), (0.25, "#f4a582"), (0.5, "#f7f7f7"), (0.75, "#92c5de"), (1, "#2166ac")];

    /// <summary>Little to much: Cividis (Nuñez, Anderton and Renslow 2018).</summary>
    public static readonly (double At, string Colour)[] Sequential = [(0, "#00224e"), (0.25, "#434e6c"), (0.5, "#7d7c78"), (0.75, "#bcae6c"), (1, "#fee838")];

    /// <summary>Groups: Okabe and Ito 2008.</summary>
    public static readonly string[] Groups = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442"];

    /// <summary>Shapes that go with the groups, for whom colours do not tell.</summary>
    public static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "star", "hexagon", "triangle-down"];

    /// <summary>No evidence: darker than neutral, and without any hue.</summary>
    public const string NoEvidence = "#bdbdbd";

    public const string Favor = "#2166ac", Against = "#b2182b", Neutral = "#6b6b6b", Grid = "#e3e3e3", Ink = "#222222";

    /// <summary>A colour with this share of opacity.</summary>
    public static string Faint(string hex, string alpha) =>
        $"rgba({Convert.ToInt32(hex[1..3], 16)},{Convert.ToInt32(hex[3..5], 16)},{Convert.ToInt32(hex[5..7], 16)},{alpha})";
}

namespace Stance;

/// <summary>Colours of scores, told apart by the colour-blind: ColorBrewer's RdBu (Brewer 2003) from −1 to 1.</summary>
internal static class DisplayColours
{
    public const string NoEvidence = "#bdbdbd";

    private static readonly (int R, int G, int B)[] Stops = [(178, 24, 43), (244, 165, 130), (247, 247, 247), (146, 197, 222), (33, 102, 172)];

    /// <summary>The colour of a score.</summary>
    public static string Of(double score)
    {
        var at = Math.Clamp((score + 1) * 2, 0, 3.999);
        var (low, high, part) = (Stops[(int)at], Stops[(int)at + 1], at - (int)at);
        return $"#{Between(low.R, high.R):x2}{Between(low.G, high.G):x2}{Between(low.B, high.B):x2}";

        int Between(int a, int b) => (int)Math.Round(a + (b - a) * part);
    }

    /// <summary>Black or white, whichever is read better on a colour.</summary>
    public static string On(string fill)
    {
        var (r, g, b) = (Convert.ToInt32(fill[1..3], 16), Convert.ToInt32(fill[3..5], 16), Convert.ToInt32(fill[5..7], 16));
        return 0.299 * r + 0.587 * g + 0.114 * b < 140 ? "#ffffff" : "#111111";
    }
}

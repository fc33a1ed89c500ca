namespace Stance.Cli;

/// <summary>A counter on standard error for long work; silent where nobody looks (redirected) or where the results themselves scroll by.</summary>
internal sealed class ProgressLine(string what, bool wanted) : IDisposable
{
    private readonly bool shown = wanted && !Console.IsErrorRedirected;
    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
    private long count, last = -1000;

    public void Tick()
    {
        count++;
        if (!shown || watch.ElapsedMilliseconds - last < 200)
            return;
        last = watch.ElapsedMilliseconds;
        Console.Error.Write($"\r{what} {count:N0} ({count * 1000.0 / Math.Max(1, watch.ElapsedMilliseconds):N0}/s) ");
    }

    public void Dispose()
    {
        if (shown && count > 0)
            Console.Error.WriteLine($"\r{what} {count:N0} in {watch.Elapsed.TotalSeconds:F1} s          ");
    }
}

namespace Stance.Cli;

/// <summary>What the tool returns, and how errors become messages.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Something failed that is no fault of the input.</summary>
    public const int Failed = 1;

    /// <summary>Bad arguments, issue, actor or model files, or a bad row where rows may not be skipped: nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Some rows were skipped; they stand in the rejected file.</summary>
    public const int RowsSkipped = 3;

    /// <summary>A model was compared and breaks a required rule; the comparison was written.</summary>
    public const int RuleBroken = 4;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;

    /// <summary>Runs a command; what it throws becomes one line on standard error.</summary>
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stance: cancelled");
            return Cancelled;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"stance: {e.Message.Split(" (Parameter", 2)[0].ReplaceLineEndings(" ")}");
            return BadInput;
        }
        catch (Exception e)
        {
            // Not the input's fault: whoever reports it needs all of it.
            Console.Error.WriteLine($"stance: {e}");
            return Failed;
        }
    }
}

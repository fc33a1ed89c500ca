using System.Runtime.ExceptionServices;

namespace Stance.Cli;

/// <summary>Lets an error of one row out as itself: PLINQ wraps what its queries throw.</summary>
internal static class ParallelErrors
{
    public static IEnumerable<T> Unwrapped<T>(this IEnumerable<T> query)
    {
        using var items = query.GetEnumerator();
        while (true)
        {
            try
            {
                if (!items.MoveNext())
                    yield break;
            }
            catch (AggregateException e)
            {
                // Several threads may have failed; the first error by position is as good as any.
                ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
            }
            yield return items.Current;
        }
    }
}

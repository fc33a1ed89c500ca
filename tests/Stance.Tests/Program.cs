namespace Stance.Tests;

/// <summary>What a test starts as a process of its own, to be killed.</summary>
public static class Program
{
    /// <summary><c>save PATH MODEL MODEL</c>: saves two models to one path by turns until it is killed.</summary>
    public static void Main(string[] args)
    {
        if (args is not ["save", var path, .. var files])
            return;
        var models = Array.ConvertAll(files, StanceModel.Load);
        Console.WriteLine("saving");
        for (var i = 0; ; i++)
            models[i % models.Length].Save(path);
    }
}

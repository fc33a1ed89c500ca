using Stance.Notebooks;

// check NOTEBOOK …: runs each and compares its outputs with those in it; update NOTEBOOK …: writes them into it. The first error ends the run.
if (args is not [("check" or "update") and var verb, .. var paths] || paths.Length == 0)
{
    Console.Error.WriteLine("allowed: check NOTEBOOK … | update NOTEBOOK …");
    return 2;
}
var code = 0;
foreach (var path in paths)
{
    var notebook = Notebook.Read(path);
    // What is compared holds no picture: a machine without a browser makes none.
    if (verb == "check")
        Environment.SetEnvironmentVariable("STANCE_CHROMIUM", "");
    var watch = System.Diagnostics.Stopwatch.StartNew();
    try
    {
        var ran = await NotebookKernel.Run(notebook);
        var differences = NotebookComparison.Of(notebook, ran).ToList();
        if (verb == "update")
            ran.Write(path);
        else
            foreach (var difference in differences)
                Console.Error.WriteLine($"{Path.GetFileName(path)}: {difference}");
        Console.WriteLine($"{Path.GetFileName(path)}: {ran.Cells.Count} cells, {differences.Count} differ from what was stored, {watch.Elapsed.TotalSeconds:F0} s");
        if (verb == "check" && differences.Count > 0)
            code = 1;
    }
    catch (CellException e)
    {
        Console.Error.WriteLine($"{Path.GetFileName(path)}: {e.Message}");
        return 1;
    }
}
return code;

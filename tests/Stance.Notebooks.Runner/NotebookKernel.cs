using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Stance.Notebooks;

/// <summary>A cell that did not compile or run.</summary>
internal sealed class CellException(string message, Exception inner) : Exception(message, inner);

/// <summary>Runs cells one after the other in one session, with the imports, the compiler and the formatters of the C# kernel of .NET Interactive, and nothing else.</summary>
internal static class NotebookKernel
{
    private static readonly string[] Imports = ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    /// <summary>Runs a notebook from top to bottom in its folder.</summary>
    /// <returns>It with the outputs of this run.</returns>
    /// <exception cref="CellException">The first cell that fails.</exception>
    public static async Task<Notebook> Run(Notebook notebook)
    {
        // The kernel's FSharp.Core is older than the one that Plotly.NET asks for: it is there first here too.
        Assembly.Load("FSharp.Core");
        var (folder, console) = (Environment.CurrentDirectory, Console.Out);
        var options = ScriptOptions.Default.WithImports(Imports).AddReferences(typeof(Enumerable).Assembly, typeof(Stack<>).Assembly, typeof(Task).Assembly).WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(notebook.Folder));
        var outputs = new List<JsonArray>();
        ScriptState<object>? state = null;
        try
        {
            Environment.CurrentDirectory = notebook.Folder;
            foreach (var cell in notebook.Cells.Where(c => c.IsCode))
            {
                using var printed = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
                Console.SetOut(printed);
                try
                {
                    state = state is null ? await CSharpScript.RunAsync(cell.Source, options) : await state.ContinueWithAsync(cell.Source);
                }
                catch (CompilationErrorException e)
                {
                    throw new CellException($"code cell {outputs.Count + 1} does not compile:\n{string.Join("\n", e.Diagnostics)}\n{cell.Source}", e);
                }
                catch (Exception e)
                {
                    throw new CellException($"code cell {outputs.Count + 1} failed: {e}\n{cell.Source}", e);
                }
                outputs.Add(Outputs(printed.ToString(), state.ReturnValue, outputs.Count + 1));
            }
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }
        return notebook.With(outputs);
    }

    private static JsonArray Outputs(string printed, object? value, int count)
    {
        var outputs = new JsonArray();
        if (printed.Length > 0)
            outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Notebook.Lines(printed) });
        if (value is not null)
        {
            var data = new JsonObject();
            foreach (var mimeType in Formatter.GetPreferredMimeTypesFor(value.GetType()))
            {
                var shown = value.ToDisplayString(mimeType);
                data[mimeType] = mimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(shown) : Notebook.Lines(shown);
            }
            outputs.Add(new JsonObject { ["data"] = data, ["execution_count"] = count, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" });
        }
        return outputs;
    }
}

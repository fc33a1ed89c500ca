using System.Reflection;
using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Finds ML.NET's native libraries where a notebook or script has loaded it by its path: without a list of dependencies the runtime looks beside the assembly alone, and they lie in folders by platform.</summary>
internal static class NativeLibraries
{
    /// <summary>Looks in those folders for what an assembly asks for; once for each assembly.</summary>
    public static bool Register(Assembly assembly)
    {
        NativeLibrary.SetDllImportResolver(assembly, Find);
        return true;
    }

    private static nint Find(string library, Assembly assembly, DllImportSearchPath? search)
    {
        if (NativeLibrary.TryLoad(library, assembly, search, out var handle))
            return handle;
        var system = OperatingSystem.IsWindows() ? ("win", "", ".dll") : OperatingSystem.IsMacOS() ? ("osx", "lib", ".dylib") : ("linux", "lib", ".so");
        var native = Path.Combine("runtimes", $"{system.Item1}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native", system.Item2 + library + system.Item3);
        var folder = Path.GetDirectoryName(assembly.Location)!;
        // Beside what was built, or in a package's own folder (lib/netstandard2.0 beside runtimes). Not found: the runtime says so in its own words.
        foreach (var path in (string[])[Path.Combine(folder, native), Path.Combine(folder, "..", "..", native)])
            if (File.Exists(path) && NativeLibrary.TryLoad(path, out handle))
                return handle;
        return 0;
    }
}

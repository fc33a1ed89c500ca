using PublicApiGenerator;

namespace Stance.Tests;

/// <summary>The public surface is a file: a change of it is seen in review.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_what_PublicApi_txt_says()
    {
        var path = Path.Combine(SharedData.Repository, "tests", "Stance.Tests", "PublicApi.txt");
        var surface = typeof(StanceAnalyzer).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("STANCE_UPDATE_API") == "1")
            File.WriteAllText(path, surface);
        Assert.Equal(File.ReadAllText(path), surface);
    }
}

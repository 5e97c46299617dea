using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Replay.Mapping.Yaml;
using PersonalizationEngine.Feed.Sending;

namespace Feed.Tests.Replay;

/// <summary>Holds docs/replay.md to its word.</summary>
public sealed class ReplayPageTests
{
    [Fact]
    public void Examples_InYaml_AreMappings()
    {
        var page = File.ReadAllText(PageInRepository());
        var examples = page.Split("```yaml\n").Skip(1).Select(rest => rest.Split("```")[0]).ToList();

        Assert.Equal(2, examples.Count);
        Assert.All(examples, yaml => Assert.True(
            MappingReader.Read(yaml, "docs/replay.md", Endpoint.Rybbit).TryGet(out _, out var failure), failure));
    }

    private static string PageInRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("PersonalizationEngine.sln").Length == 0)
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return Path.Combine(folder.FullName, "docs", "replay.md");
    }
}

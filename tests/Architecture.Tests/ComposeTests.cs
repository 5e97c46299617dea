using PersonalizationEngine.Adapters.Yaml;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>compose.yaml fits the repository it stands in; that it starts can only be seen where there is Docker.</summary>
public sealed class ComposeTests
{
    private static readonly IReadOnlyDictionary<string, string?> Compose = YamlSettings.Read(Path.Combine(House.Root, "compose.yaml"));

    [Fact]
    public void Services_AreTheEngineAndAllItConnectsTo() => Assert.Equal(
        ["engine", "mysql", "clickhouse", "redis", "gorse", "azurite"], Under("services:").Select(key => key.Split(':')[1]).Distinct());

    [Fact]
    public void Engine_Environment_IsSettingsThereAre() => Assert.Empty(
        Under("services:engine:environment:").Select(key => key.Split(':')[^1]).Except(SettingsCatalogue.Environment.Select(setting => setting.Name)));

    [Fact]
    public void Volumes_OfFilesHere_AreHere()
    {
        var mounted = Compose.Where(setting => setting.Key.Contains(":volumes:", StringComparison.Ordinal) && setting.Value?.StartsWith('.') is true)
            .Select(setting => setting.Value!.Split(':')[0]);

        Assert.Equal(5, mounted.Count());
        Assert.All(mounted, path => Assert.True(Path.Exists(Path.Combine(House.Root, path)), path));
    }

    private static IEnumerable<string> Under(string prefix) => Compose.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal));
}

using System.Text.Json;
using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The page on settings, the samples and the code say the same.</summary>
public sealed partial class SettingsTests
{
    /// <summary>What the Functions host itself goes by, and what turns something of Azure on.</summary>
    private static readonly string[] OfAzure =
        ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsDisableHomepage", "DurableStorage", "TASKHUB_NAME"];

    /// <summary>What the host tells the app, and nobody sets.</summary>
    private static readonly string[] ToldByTheHost = ["WEBSITE_HOSTNAME", "WEBSITE_SITE_NAME", "WEBSITE_INSTANCE_ID", "WEBSITE_AUTH_ENABLED"];

    /// <summary>What the embedded host takes from the environment and Azure has otherwise: address, port, keys and the page of metrics.</summary>
    private static readonly string[] OfTheEmbeddedHost = ["SERVER_HOST", "SERVER_PORT", "HOST_DEFAULT_KEY", "HOST_MASTER_KEY", "METRICS_ENDPOINT"];

    [Fact]
    public void SettingsPage_Tables_AreWhatTheCodeReads()
    {
        var written = File.ReadLines(Path.Combine(House.Root, "docs", "settings.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var read = SettingsCatalogue.Environment.Concat(SettingsCatalogue.File()).Select(Row);

        Assert.Equal(string.Join('\n', read), string.Join('\n', written));
    }

    [Fact]
    public void LocalSettingsSample_Values_AreTheSettingsThatAzureTakes()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(House.Root, "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name);

        Assert.Equal(
            SettingsCatalogue.Environment.Select(setting => setting.Name).Except(OfTheEmbeddedHost).Concat(OfAzure).Order(StringComparer.Ordinal),
            values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SourceFiles_VariablesTheyRead_AreInTheCatalogue()
    {
        var known = SettingsCatalogue.Environment.Select(setting => setting.Name).Concat(OfAzure).Concat(ToldByTheHost).ToHashSet(StringComparer.Ordinal);
        var read = House.SourceFiles.Where(file => !file.Contains("Feed", StringComparison.Ordinal))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));

        Assert.Empty(read.Except(known));
    }

    /// <summary>Every setting of the file is shown there, with what it is when nobody touches it.</summary>
    [Fact]
    public void ConfigurationFile_EverySetting_IsShown()
    {
        var file = File.ReadAllText(Path.Combine(House.Root, "config", "personalization.yaml"));

        Assert.All(
            SettingsCatalogue.File().Where(setting => !setting.Name.Any(char.IsUpper)),
            setting => Assert.Contains($"{setting.Name.Split('.')[^1]}:", file, StringComparison.Ordinal));
    }

    private static string Row(SettingDescription setting) =>
        $"| `{setting.Name}` | {setting.Default} | {setting.Unit} | {setting.Range} | {setting.ReadBy} |";

    [GeneratedRegex("""onfiguration\["(?<name>[A-Z][A-Za-z_]+)"\]""")]
    private static partial Regex Variable();
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using PersonalizationEngine.Adapters.Yaml;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Finds <c>config/personalization.yaml</c> and lays it under every other source of settings.</summary>
internal static class SettingsFile
{
    private const string RelativePath = "config/personalization.yaml";

    private static readonly string[] Sections =
        ["scoring", "signals", "items", "recommendations", "experiments", "rules", "consent", "identity", "slots", "decisions", "cache", "retention", "rybbit", "cdp", "access", "graphql", "channels", "endpoints", "delivery", "telemetry", "dashboard"];

    /// <exception cref="InvalidSettingsException">The file is missing, is not YAML, or has a section that does not exist.</exception>
    public static void AddTo(ConfigurationManager configuration)
    {
        var path = configuration["PERSONALIZATION_CONFIG"] is { Length: > 0 } given
            ? given
            : FirstThere(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        try
        {
            var settings = YamlSettings.Read(path);
            var unknown = settings.Keys.Select(key => key.Split(':')[0]).Distinct().Except(Sections, StringComparer.OrdinalIgnoreCase).ToList();
            if (unknown.Count > 0)
                throw new InvalidSettingsException([.. unknown.Select(section => $"{section}: is not a section; sections are {string.Join(", ", Sections)}")]);
            ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidSettingsException([exception.Message]);
        }
    }

    private static string FirstThere(params string[] directories)
    {
        var paths = directories.Select(directory => Path.Combine(directory, RelativePath)).ToList();
        return paths.Find(File.Exists) ?? paths[^1];
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using PersonalizationEngine.Engine.Administration.Configuration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Settings with their values, for people who look. What may be a secret, or hold one in an address, is not told.</summary>
internal sealed class LoadedSettings(IConfiguration configuration) : ILoadedSettings
{
    private const int LongestValue = 500;

    /// <summary>Of the environment only these are told: a new one is a secret until somebody says that it is none.</summary>
    private static readonly string[] Open =
    [
        "SERVER_HOST", "SERVER_PORT", "DATA_DIR", "LOG_LEVEL", "PERSONALIZATION_CONFIG", "METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "AZURE_CLIENT_ID",
        "SMTP_FROM",
    ];

    private static readonly string[] SecretInTheFile = ["experiments.sdk_keys", "experiments.tester_keys"];

    private readonly Lazy<IReadOnlyList<LoadedSetting>> _all = new(() => Read(configuration));

    public IReadOnlyList<LoadedSetting> All => _all.Value;

    private static IReadOnlyList<LoadedSetting> Read(IConfiguration configuration) =>
    [
        .. SettingsCatalogue.Environment.Select(setting => Load(configuration, setting, setting.Name, "", !Open.Contains(setting.Name))),
        .. SettingsCatalogue.File().Select(setting => Load(
            configuration, setting, KeyOf(setting.Name), setting.Name.Split('.')[0], SecretInTheFile.Contains(setting.Name))),
    ];

    private static LoadedSetting Load(IConfiguration configuration, SettingDescription setting, string key, string section, bool isSecret)
    {
        var values = configuration.GetSection(key).AsEnumerable().Where(one => one.Value is { Length: > 0 })
            .OrderBy(one => one.Key, ConfigurationKeyComparer.Instance).Select(one => (one.Key, Name: one.Key[Math.Min(key.Length + 1, one.Key.Length)..], one.Value)).ToList();
        if (values.Count == 0) return new LoadedSetting(setting.Name, section, null, null, setting.Default, setting.Unit, setting.Range, isSecret);
        var text = string.Join(", ", values.Select(one => one.Name.All(char.IsAsciiDigit) ? one.Value : $"{one.Name.Replace(':', '.')} = {one.Value}"));
        return new LoadedSetting(
            setting.Name, section, isSecret ? null : text.Length > LongestValue ? $"{text[..LongestValue]}…" : text,
            SourceOf(configuration, values[0].Key), setting.Default, setting.Unit, setting.Range, isSecret);
    }

    /// <summary><c>slots.NAME</c> stands for whatever is under <c>slots</c>.</summary>
    private static string KeyOf(string name) =>
        string.Join(':', name.Split('.').TakeWhile(part => !part.Any(char.IsAsciiLetterUpper)));

    /// <summary>The last source that has it is the one that holds.</summary>
    private static SettingSource SourceOf(IConfiguration configuration, string key) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is MemoryConfigurationProvider
            ? SettingSource.File
            : SettingSource.Environment;
}

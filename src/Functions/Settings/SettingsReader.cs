using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>
/// Reads settings with their ranges and collects every fault, so that one start tells all that is wrong. A setting that is
/// absent has its default.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, SettingDescription> _descriptions = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Of every setting that was asked for, in that order.</summary>
    public IReadOnlyList<SettingDescription> Descriptions => [.. _descriptions.Values];

    /// <summary>Tells of a setting whose default and range do not follow from how it is read.</summary>
    public void Describe(string key, string fallback, string unit, string range) =>
        _descriptions.TryAdd(key, new SettingDescription(Dotted(key), fallback, unit, range, SettingsRooms.Of(key)));

    public void Fault(string key, string accepted) => _faults.Add($"{Dotted(key)}: {accepted}");

    public string? Text(string key)
    {
        _asked.Add(key);
        return configuration[key] is { Length: > 0 } text ? text : null;
    }

    public decimal Decimal(string key, decimal fallback, decimal min, decimal max) => Read(
        key, fallback, fallback.ToString(CultureInfo.InvariantCulture), "", "a number", $"{min} to {max}",
        text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : null);

    public int Integer(string key, int fallback, int min, int max, string unit = "") => Read(
        key, fallback, fallback.ToString(CultureInfo.InvariantCulture), unit, "a whole number", $"{min} to {max}",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : null);

    public bool Flag(string key, bool fallback)
    {
        Describe(key, fallback ? "true" : "false", "", "true or false");
        if (Text(key) is not { } text) return fallback;
        if (bool.TryParse(text, out var value)) return value;
        Fault(key, $"must be true or false, not \"{text}\"");
        return fallback;
    }

    public TimeSpan Days(string key, TimeSpan fallback, double min, double max) => Span(key, fallback, fallback.TotalDays, min, max, "days", TimeSpan.FromDays);

    public TimeSpan Minutes(string key, TimeSpan fallback, double min, double max) => Span(key, fallback, fallback.TotalMinutes, min, max, "minutes", TimeSpan.FromMinutes);

    public TimeSpan Seconds(string key, TimeSpan fallback, double min, double max) => Span(key, fallback, fallback.TotalSeconds, min, max, "seconds", TimeSpan.FromSeconds);

    public TimeSpan Milliseconds(string key, TimeSpan fallback, double min, double max) =>
        Span(key, fallback, fallback.TotalMilliseconds, min, max, "milliseconds", TimeSpan.FromMilliseconds);

    /// <summary>A list of texts; one text alone counts as a list of it. Null when the setting is absent.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        _asked.Add(key);
        var section = configuration.GetSection(key);
        if (!section.Exists()) return null;
        if (section.Value is not null) return section.Value.Length == 0 ? [] : [section.Value];
        return [.. Children(key).Select(child => Text($"{key}:{child}") ?? "").Where(text => text.Length > 0)];
    }

    /// <summary>The names under a key, in the order they sort in: numbers of list entries by value.</summary>
    public IReadOnlyList<string> Children(string key) => [.. configuration.GetSection(key).GetChildren().Select(child => child.Key)];

    /// <summary>Settings that stand under these sections and that nobody asked for are most often misspelt ones.</summary>
    public void RefuseUnasked(params ReadOnlySpan<string> sections)
    {
        foreach (var section in sections)
        {
            foreach (var (key, value) in configuration.GetSection(section).AsEnumerable())
            {
                if (value is not null && !_asked.Contains(key)) Fault(key, "is not a setting");
            }
        }
    }

    private TimeSpan Span(
        string key, TimeSpan fallback, double shown, double min, double max, string unit, Func<double, TimeSpan> make) => Read(
        key, fallback, shown.ToString("0.######", CultureInfo.InvariantCulture), unit, $"a number of {unit}",
        string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? make(value)
            : null);

    private T Read<T>(string key, T fallback, string shown, string unit, string kind, string range, Func<string, T?> read)
        where T : struct
    {
        Describe(key, shown, unit, range);
        if (Text(key) is not { } text) return fallback;
        if (read(text) is { } value) return value;
        Fault(key, $"must be {kind} from {range}, not \"{text}\"");
        return fallback;
    }

    private static string Dotted(string key) => key.Replace(':', '.');
}

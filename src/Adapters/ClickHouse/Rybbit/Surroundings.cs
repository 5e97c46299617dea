using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Where a visit came from, and on what.</summary>
internal sealed record Surroundings(string? Country, string? Language, AttributeMap Device)
{
    private const int Parts = 5, LongestLanguage = 35;

    /// <param name="text">Country, language, and the device's type, browser and system, one a line, any of them empty.</param>
    public static Surroundings Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < Parts) return new Surroundings(null, null, AttributeMap.Empty);
#pragma warning disable CA1308 // Rybbit says Desktop, webhooks and rules say desktop
        (string Name, string Value)[] device = [("type", lines[2].ToLowerInvariant()), ("browser", lines[3]), ("os", lines[4])];
#pragma warning restore CA1308
        return new Surroundings(
            // Rybbit's unknown country is two zero bytes.
            lines[0] is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? lines[0] : null,
            lines[1] is { Length: > 0 and <= LongestLanguage } language ? language : null,
            new AttributeMap(device.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (AttributeValue)part.Value))));
    }
}

using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Where a visit came from, and on what.</summary>
internal sealed record Surroundings(string? Country, string? Language, AttributeMap Device)
{
    private const int LongestLanguage = 35;

    public static Surroundings Unknown { get; } = new(null, null, AttributeMap.Empty);

    /// <summary>Any of them may be empty.</summary>
    public static Surroundings Of(string country, string language, string type, string browser, string system)
    {
#pragma warning disable CA1308 // Rybbit says Desktop, webhooks and rules say desktop
        (string Name, string Value)[] device = [("type", type.ToLowerInvariant()), ("browser", browser), ("os", system)];
#pragma warning restore CA1308
        return new Surroundings(
            // Rybbit's unknown country is two zero bytes.
            country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? country : null,
            language.Length is > 0 and <= LongestLanguage ? language : null,
            new AttributeMap(device.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (AttributeValue)part.Value))));
    }
}

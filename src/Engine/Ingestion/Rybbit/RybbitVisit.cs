using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Rybbit;

/// <summary>What an event tells of the visit around it: the campaign that led there and the device.</summary>
internal static class RybbitVisit
{
    private const int MaxQueryLength = 2048, MaxValueLength = 200, TabletWidth = 768, DesktopWidth = 1025;
    private const string CampaignPrefix = "utm_";

    public static AttributeMap? Campaign(DocumentReader reader)
    {
        var query = reader.Text("querystring", MaxQueryLength, allowEmpty: true);
        if (string.IsNullOrEmpty(query) || !query.Contains(CampaignPrefix, StringComparison.OrdinalIgnoreCase)) return null;

        var parameters = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= CampaignPrefix.Length || !pair.StartsWith(CampaignPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            var value = Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            if (value.Length is > 0 and <= MaxValueLength) parameters[pair[CampaignPrefix.Length..equals].ToLowerInvariant()] = value;
        }

        return parameters.Count > 0 ? new AttributeMap(parameters) : null;
    }

    public static AttributeMap? Device(DocumentReader reader)
    {
        var width = reader.Number("screenWidth", 0, 100_000);
        var agent = reader.Text("user_agent", 512);
        var kind = KindByAgent(agent) ?? KindByWidth(width);
        return kind is null ? null : new AttributeMap([KeyValuePair.Create("type", (AttributeValue)kind)]);
    }

    private static string? KindByAgent(string? agent)
    {
        if (agent is null || !agent.StartsWith("Mozilla/", StringComparison.Ordinal)) return null;
        if (agent.Contains("iPad", StringComparison.Ordinal)) return "tablet";
        if (agent.Contains("Mobi", StringComparison.Ordinal)) return "mobile";
        return agent.Contains("Android", StringComparison.Ordinal) ? "tablet" : "desktop";
    }

    private static string? KindByWidth(double? width) => width switch
    {
        null or 0 => null,
        < TabletWidth => "mobile",
        < DesktopWidth => "tablet",
        _ => "desktop",
    };
}

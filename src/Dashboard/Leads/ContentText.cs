using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>What a slot shows as somebody reads it who knows no JSON.</summary>
internal static class ContentText
{
    private const int MostParts = 12;

    public static string Of(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Missing or AttributeKind.Null => "nothing",
        AttributeKind.Text => value.Text.Length == 0 ? "empty" : value.Text,
        AttributeKind.Boolean => value.Boolean ? "yes" : "no",
        AttributeKind.List => value.Items.Length == 0 ? "empty" : string.Join(", ", value.Items.Take(MostParts).Select(Of)),
        AttributeKind.Map => value.Map.Count == 0 ? "empty" : string.Join(" · ", value.Map.Names.Take(MostParts).Select(name => $"{name}: {Inner(value.Map[name])}")),
        _ => value.ToString(),
    };

    private static string Inner(AttributeValue value) => value.Kind == AttributeKind.Map ? $"({Of(value)})" : Of(value);
}

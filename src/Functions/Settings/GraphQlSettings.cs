using PersonalizationEngine.Functions.GraphQl.Limits;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>graphql</c>.</summary>
internal static class GraphQlSettings
{
    public static GraphQlLimits Read(SettingsReader reader)
    {
        var defaults = GraphQlLimits.Default;
        return new GraphQlLimits(
            reader.Flag("graphql:introspection", defaults.Introspection),
            reader.Integer("graphql:max_depth", defaults.MaxDepth, 3, 50, "fields"),
            reader.Integer("graphql:max_fields", defaults.MaxFields, 10, 10_000, "fields"),
            reader.Integer("graphql:max_tokens", defaults.MaxTokens, 100, 100_000, "tokens"),
            reader.Integer("graphql:max_cost", defaults.MaxCost, 10, 1_000_000, "objects"),
            reader.Integer("graphql:max_page_size", defaults.MaxPageSize, 1, 500, "entries"),
            reader.Integer("graphql:max_document_kb", defaults.MaxDocumentKilobytes, 1, 1024, "KiB"),
            reader.Seconds("graphql:timeout_seconds", defaults.Timeout, 1, 300));
    }
}

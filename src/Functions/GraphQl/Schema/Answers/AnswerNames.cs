using System.Reflection;
using GraphQL;
using PersonalizationEngine.Functions.Admin.Experiments.Results;
using PersonalizationEngine.Functions.Admin.Groups;
using PersonalizationEngine.Functions.Admin.Metrics;
using PersonalizationEngine.Functions.Admin.Segments;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Personalization.Lists;
using PersonalizationEngine.Functions.Scoring;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>What answers are called in the schema.</summary>
internal static class AnswerNames
{
    private static readonly string[] Endings = ["Answer", "Document", "Details"];

    /// <summary>Whose own name says too little, or what another one is called.</summary>
    private static readonly Dictionary<Type, string> Others = new()
    {
        [typeof(MetricAnswer)] = "MetricResults",
        [typeof(ResultsAnswer)] = "ExperimentResults",
        [typeof(ArmAnswer)] = "VariantResults",
        [typeof(ArmComparisonAnswer)] = "VariantComparison",
        [typeof(ComparisonAnswer)] = "ListComparison",
        [typeof(PersonalizeAnswer)] = "Decision",
        [typeof(SourcesAnswer)] = "DecisionSources",
        [typeof(RecommendAnswer)] = "Recommendations",
        [typeof(ItemListAnswer)] = "ItemList",
        [typeof(IngestionAnswer)] = "RecordedEvents",
        [typeof(SegmentAnswer)] = "Warmth",
        [typeof(SegmentDefinitionAnswer)] = "Segment",
        [typeof(SavedGroupAnswer)] = "Group",
        [typeof(MetricsAnswer)] = "RecommendationMetrics",
    };

    public static string Of(Type type)
    {
        if (Others.TryGetValue(type, out var other)) return other;
        var name = type.Name;
        foreach (var ending in Endings)
            if (name.EndsWith(ending, StringComparison.Ordinal)) return name[..^ending.Length];
        return name;
    }

    public static string Of(PropertyInfo property) => property.Name.ToCamelCase();
}

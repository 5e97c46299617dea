using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>A goal somebody reached and what it was worth, as the CDP and frontends both tell it.</summary>
internal static class GoalFields
{
    public const string DefaultName = "conversion";

    private const int MaxNameLength = 100;
    private const double MaxValue = 1e12;

    public static string? Name(DocumentReader reader) => reader.Text("goal", MaxNameLength);

    public static decimal? Value(DocumentReader reader) => (decimal?)reader.Number("value", 0, MaxValue);
}

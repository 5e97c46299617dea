namespace PersonalizationEngine.Core.Scoring;

/// <summary>Segments under the names they have in answers, conditions and the database.</summary>
public static class LeadSegmentNames
{
    private static readonly string[] Names = ["cold_lead", "warm_lead", "hot_lead", "sales_ready"];

    public static string Name(this LeadSegment segment) => Names[(int)segment];

    /// <exception cref="FormatException">No segment has this name.</exception>
    public static LeadSegment Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var place
        ? (LeadSegment)place
        : throw new FormatException($"No segment is called '{name}'.");
}

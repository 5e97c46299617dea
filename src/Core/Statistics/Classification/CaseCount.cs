namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>All cases of one score.</summary>
/// <param name="Score">As of <see cref="JudgedCase"/>.</param>
public readonly record struct CaseCount(double Score, long Positives, long Negatives)
{
    public long Cases => Positives + Negatives;

    /// <summary>Each score once.</summary>
    internal static List<CaseCount> Of(IEnumerable<JudgedCase> cases) => [.. cases.GroupBy(one => one.Score)
        .Select(group => new CaseCount(group.Key, group.LongCount(one => one.Positive), group.LongCount(one => !one.Positive)))];
}

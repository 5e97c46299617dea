using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Overview.Segments;

/// <summary>Counts the people of each segment and keeps the count as that of the day.</summary>
public sealed class KeepSegmentSizes(ISegmentSizes sizes, ScoringRules rules, TimeProvider time)
{
    public async Task<SegmentCount> RunAsync(CancellationToken cancellationToken)
    {
        var count = await CountAsync(cancellationToken);
        await sizes.SaveAsync(count, cancellationToken);
        return count;
    }

    public Task<SegmentCount> CountAsync(CancellationToken cancellationToken) => sizes.CountAsync(rules.Model.Thresholds, time.GetUtcNow(), cancellationToken);
}

using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>How large a segment is, stored or still a draft, and who is in it; nothing is stored or counted.</summary>
public sealed class PreviewSegment(IDefinitions<Segment> segments, NamedDefinitions named, MeasureSegment measure)
{
    /// <param name="document">A <c>condition</c>, and how many ids to show as <c>sample</c>.</param>
    public async Task<Parsed<SegmentSize>> OfDraftAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("condition", "sample");
        var condition = ConditionDocument.Read(reader, "condition", required: true)?.Condition;
        var sample = (int)(reader.Integer("sample", 0, MeasureSegment.MaxSample) ?? MeasureSegment.DefaultSample);
        if (condition is not null)
            foreach (var fault in await named.FaultsAsync([new PlacedCondition("/condition", condition)], cancellationToken)) reader.Fault(fault);

        var size = reader.Faults.Count == 0 ? await measure.RunAsync(condition!, sample, cancellationToken) : null;
        return Parsed.From(reader, () => size!);
    }

    /// <returns>Null when no segment has the id.</returns>
    public async Task<SegmentSize?> OfStoredAsync(long id, int sample, CancellationToken cancellationToken) =>
        await segments.FindAsync(id, cancellationToken) is { } stored
            ? await measure.RunAsync(stored.Value.Condition.Condition, sample, cancellationToken)
            : null;
}

using System.Text;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>
/// Tries refused events again, as of when they first came; only what was in the future then may be past by now. What is
/// accepted, or was counted meanwhile, is forgotten; what is still refused stays.
/// </summary>
public sealed class ReplayRefusedEvents(IRefusedEvents refused, IngestEvents events, RecordFeedback feedback, TimeProvider time)
{
    /// <param name="ids">Which ones; an id that is not there is passed over.</param>
    public async Task<ReplaySummary> RunAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var done = new List<long>();
        var still = new List<RefusedEvent>();
        foreach (var waiting in await refused.FindAsync(ids, cancellationToken))
        {
            var result = await TryAsync(waiting, cancellationToken);
            if (result.Status == EventStatus.Refused) still.Add(waiting with { Field = result.Field!, Reason = result.Reason! });
            else done.Add(waiting.Id);
        }

        await refused.RemoveAsync(done, cancellationToken);
        return new ReplaySummary(done.Count, still);
    }

    private async Task<EventResult> TryAsync(RefusedEvent waiting, CancellationToken cancellationToken)
    {
        using var batch = EventBatchReader.ReadOne(Encoding.UTF8.GetBytes(waiting.Payload));
        var receipt = new Receipt(waiting.Key, waiting.ReceivedAt) { JudgedAt = time.GetUtcNow() };
        var summary = waiting.Source == EventSource.Frontend
            ? await feedback.RunAsync(batch, idsAreStable: true, _ => receipt, cancellationToken)
            : await events.RunAsync(waiting.Source, batch, idsAreStable: true, _ => receipt, cancellationToken);
        return summary.Results[0];
    }
}

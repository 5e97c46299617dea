using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Where events become facts.</summary>
public interface IIngestionStore
{
    /// <summary>
    /// In one write transaction: answers the question, lets the caller plan, writes the plan and the refused events. When the
    /// task completes everything is durable; when it throws nothing was written. The callback may be called again when the
    /// transaction has to be repeated.
    /// </summary>
    Task<IngestionPlan> ApplyAsync(
        IngestionQuestion question,
        Func<IngestionKnowledge, IngestionPlan> plan,
        IReadOnlyList<RefusedEvent> refused,
        CancellationToken cancellationToken);
}

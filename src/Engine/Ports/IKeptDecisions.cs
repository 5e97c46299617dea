using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Receipts of decisions.</summary>
public interface IKeptDecisions
{
    /// <summary>All of them or none; durable when the task completes. One that is there already stays as it is.</summary>
    Task SaveAsync(IReadOnlyList<KeptDecision> decisions, CancellationToken cancellationToken);

    /// <param name="key">A <see cref="KeptDecision.Key"/>.</param>
    /// <returns>Null when it is not kept.</returns>
    Task<KeptDecision?> FindAsync(string key, CancellationToken cancellationToken);
}

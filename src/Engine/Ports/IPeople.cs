using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>People as stored.</summary>
public interface IPeople
{
    /// <summary>The person an id leads to with their consents and the variants they keep, or null for an id never seen.</summary>
    Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken);

    /// <summary>The variants that somebody keeps of whom nothing else is known, the first served first.</summary>
    Task<IReadOnlyList<KeptAssignment>> KeptByStrangerAsync(string identity, CancellationToken cancellationToken);
}

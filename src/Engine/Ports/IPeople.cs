using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>People as stored.</summary>
public interface IPeople
{
    /// <summary>The person an id leads to with their consents, or null for an id never seen.</summary>
    Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken);
}

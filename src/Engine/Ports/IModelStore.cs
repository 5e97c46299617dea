using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Trained models, kept so that a process that starts serves them at once and others on the same store need not train.</summary>
public interface IModelStore
{
    /// <summary>The version trained last, or null when there is none.</summary>
    Task<long?> FindNewestAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is no such version, or no more.</summary>
    Task<StoredModel?> ReadAsync(long version, CancellationToken cancellationToken);

    /// <summary>Keeps a version, whole or not at all, and lets go of all but the newest three.</summary>
    Task SaveAsync(StoredModel model, CancellationToken cancellationToken);
}

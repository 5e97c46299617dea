namespace PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

/// <summary>A version of an experiment, beside the one before.</summary>
/// <param name="Id">Rises with every version of any definition.</param>
/// <param name="Document">As JSON; null when it was removed.</param>
/// <param name="Before">The document before; null for the first.</param>
public sealed record ChangedExperiment(
    long Id, long ExperimentId, int Version, DateTimeOffset At, string By, string? Reason, string? Document, string? Before);

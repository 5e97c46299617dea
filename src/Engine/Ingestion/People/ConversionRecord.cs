namespace PersonalizationEngine.Engine.Ingestion.People;

/// <summary>A goal somebody reached.</summary>
/// <param name="DecisionKey">The decision it was reported with, when a frontend did.</param>
/// <param name="Variants">The variants that decision served, as <c>experiment=variant</c> separated by semicolons.</param>
public sealed record ConversionRecord(
    string Source,
    string EventId,
    string PersonId,
    string Goal,
    decimal? Value,
    string? Currency,
    string? DecisionKey,
    string Variants,
    DateTimeOffset OccurredAt)
{
    /// <summary>The id it came with; null where that was not noted.</summary>
    public string? Identity { get; init; }
}

namespace PersonalizationEngine.Engine.Delivery.DeadLetters;

/// <summary>Something that could not be delivered and was given up.</summary>
/// <param name="Kind">Of its source, as <c>webhook</c>.</param>
/// <param name="Id">Unique within its source.</param>
/// <param name="To">Where it was to go: never an address of a person.</param>
/// <param name="What">The type of the event, or the template.</param>
/// <param name="Reason">In snake case.</param>
public sealed record DeadLetter(
    string Kind, long Id, string MessageId, string To, string What, string Reason, string? Detail, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DiedAt);

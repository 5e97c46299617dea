namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>What came of an attempt, and what is next.</summary>
/// <param name="Attempts">Made by now.</param>
/// <param name="DueAt">The next one; null when there is none.</param>
public sealed record SettledMessage(EndpointMessage Message, EndpointMessageStatus Status, int Attempts, DateTimeOffset? DueAt, EndpointAttempt Attempt);

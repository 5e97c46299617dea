namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>One event the engine would not take.</summary>
/// <param name="Line">Where the event came from.</param>
/// <param name="Field">The field at fault, if the engine named one.</param>
internal sealed record Refusal(long Line, string? Field, string Reason);

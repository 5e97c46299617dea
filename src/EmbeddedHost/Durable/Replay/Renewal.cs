namespace EmbeddedHost.Durable.Replay;

/// <summary>An orchestrator's wish to begin anew.</summary>
/// <param name="Input">JSON.</param>
internal sealed record Renewal(string? Input, bool KeepsEvents);

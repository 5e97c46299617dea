namespace EmbeddedHost.Durable.Replay;

/// <summary>An orchestrator did something else than its history tells, or awaited what is not its context's.</summary>
internal sealed class NonDeterminismException(string message) : Exception(message);

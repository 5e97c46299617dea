namespace DurableBehaviour;

/// <param name="Reason">Null where the behaviour is as it must be.</param>
public sealed record Verdict(string Case, bool Passed, string? Reason);

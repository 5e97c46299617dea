namespace DurableBehaviour.Orchestrations;

/// <summary>Work that fails at first.</summary>
/// <param name="SucceedsAt">The attempt that succeeds, from 1.</param>
/// <param name="Attempts">How many are allowed.</param>
/// <param name="Key">Whose attempts are counted together; the orchestration's by default.</param>
public sealed record Stubborn(int SucceedsAt, int Attempts, string? Key = null);

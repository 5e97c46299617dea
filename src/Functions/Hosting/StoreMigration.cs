namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Brings the store to the newest schema.</summary>
/// <param name="IsRemote">The store may not be reachable yet; the engine starts all the same, and goes on trying.</param>
internal sealed record StoreMigration(Func<CancellationToken, Task> RunAsync, bool IsRemote);

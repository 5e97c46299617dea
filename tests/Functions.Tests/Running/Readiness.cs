using System.Diagnostics;

namespace PersonalizationEngine.Functions.Tests.Running;

internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until rules, items and interactions are in memory; decisions are served before, at less than their best.</summary>
    public static async Task BecomeReadyAsync(this EngineClient client)
    {
        var waited = Stopwatch.StartNew();
        while ((string?)(await client.GetAsync("/api/v1/health/ready")).Json["status"] != "ready")
        {
            Assert.True(waited.Elapsed < Patience, "The engine did not become ready.");
            await Task.Delay(20);
        }
    }
}

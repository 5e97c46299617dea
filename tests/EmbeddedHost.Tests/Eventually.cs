namespace EmbeddedHost.Tests;

/// <summary>Waits for what another thread brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Fails the test when the condition is not met in ten seconds.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition(); waited += Step)
        {
            Assert.True(waited < Patience, "It did not come about.");
            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }
    }
}

namespace EmbeddedHost.Tests.Durable;

/// <summary>
/// Kills processes that run orchestrations. PERSONALIZATION_FULL_TESTS=1 kills 200 instead of 10;
/// PERSONALIZATION_FUZZ_SEED repeats a run.
/// </summary>
public sealed class RecoveryTests
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("PERSONALIZATION_FULL_TESTS") == "1" ? 200 : 10;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_FUZZ_SEED"), out var given)
        ? given
        : Environment.TickCount;

    [Fact]
    public async Task Kill_AtRandomInstants_EveryOrchestrationEndsAsIfNothingHadHappened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var chance = new Random(Seed);
        var driver = new GauntletDriver();
        for (var kill = 0; kill < Kills; kill++)
        {
            var isInItsStart = chance.Next(8) == 0;
            await driver.RunAndKillAsync(TimeSpan.FromMilliseconds(chance.Next(isInItsStart ? 500 : 900)), !isInItsStart);
        }

        await driver.FinishAsync();

        TestContext.Current.SendDiagnosticMessage($"{Kills} kills, {driver.Ended.Count} orchestrations, seed {Seed}");
        Assert.True(driver.Ended.Count >= Kills / 10, $"Only {driver.Ended.Count} ended (seed {Seed}).");
        Assert.All(driver.Ended, ended => Assert.Equal(GauntletDriver.Expected(ended.Key), ended.Value));
    }
}

namespace PersonalizationEngine.Adapters.Tests;

/// <summary>The long tests, which run before a release.</summary>
internal static class FullTests
{
    private const string Setting = "PERSONALIZATION_FULL_TESTS";

    /// <summary>Skips the running test, with the reason, unless the long tests were asked for.</summary>
    public static void Require(string duration) => Assert.SkipUnless(
        Environment.GetEnvironmentVariable(Setting) == "1", $"Takes {duration}: set {Setting}=1, or run ./test --full.");
}

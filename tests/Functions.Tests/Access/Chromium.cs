using System.Diagnostics;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Access;

/// <summary>A real browser without a window.</summary>
internal static class Chromium
{
    private const string Missing = "Chromium is not installed (tests/Servers/install): the proof that a browser's own rules let a page in is skipped.";

    /// <summary>Skips the running test, and says so, where there is none.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipUnless(Installed.Find("chromium") is not null, Missing);

    /// <returns>The page as it is when its script has ended.</returns>
    public static async Task<string> OpenAsync(string address)
    {
        using var profile = new DataFolder();
        var start = new ProcessStartInfo(
            Installed.Find("chromium")!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-proxy-server",
                $"--user-data-dir={profile.Path}", "--virtual-time-budget=20000", "--dump-dom", address,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var browser = Process.Start(start)!;
        var said = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(browser.ExitCode == 0, await said);
        return page;
    }
}

using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(Browser))]

namespace PersonalizationEngine.Browser.Tests.Running;

/// <summary>
/// Chromium without a window, one for all tests; each opens a context of its own, in which nobody is signed in yet.
/// <code>
/// await using var person = await browser.SignInAsync(engine.Address, EngineProcess.MasterKey);
/// await person.Page.GotoAsync("/dashboard/leads");
/// </code>
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Missing = "Chromium is not installed (tests/Servers/install): the tests of the dashboard in a real browser are skipped.";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Installed.Find("chromium") is not { } program) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Somebody in front of the sign-in page; the test is skipped, loudly, where there is no Chromium.</summary>
    /// <param name="width">Of the window in CSS pixels: 1440 a laptop, 390 a phone.</param>
    public async Task<Person> OpenAsync(Uri engine, int width = 1440, bool isDark = false, bool hasScript = true)
    {
        Assert.SkipUnless(_browser is not null, Missing);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = engine.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return new Person(context, await context.NewPageAsync());
    }

    /// <summary>The same, signed in with a key.</summary>
    public async Task<Person> SignInAsync(Uri engine, string key = EngineProcess.MasterKey, int width = 1440, bool isDark = false, bool hasScript = true)
    {
        var person = await OpenAsync(engine, width, isDark, hasScript);
        await person.Page.GotoAsync("/dashboard/sign-in");
        await person.Page.GetByLabel("Key").FillAsync(key);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return person;
    }
}

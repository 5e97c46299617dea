using Microsoft.Playwright;

namespace PersonalizationEngine.Browser.Tests.Running;

/// <summary>Somebody in front of a browser. What their browser complains of is kept: a test that ends says whether there was anything.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Person(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Add($"script: {error}");
        page.Console += (_, message) =>
        {
            // A refused form is a page of its own, which browsers also tell of.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and what the content security policy has stopped.</summary>
    public IReadOnlyList<string> Complaints
    {
        get { lock (_complaints) return [.. _complaints]; }
    }

    /// <summary>A picture of the whole page, where DASHBOARD_SCREENSHOTS names a folder.</summary>
    public async Task LookAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("DASHBOARD_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Add(string complaint)
    {
        lock (_complaints) _complaints.Add(complaint);
    }
}

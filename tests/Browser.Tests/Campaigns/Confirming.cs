using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Campaigns;

internal static class Confirming
{
    /// <summary>Opens what asks, and presses the button that does it.</summary>
    public static async Task ConfirmAsync(this Person person, string label, string confirm)
    {
        await person.Page.Locator("summary").Filter(new() { HasText = label }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = confirm, Exact = true }).First.ClickAsync();
    }
}

using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Campaigns.Templates;

/// <summary>What somebody does who writes templates in the browser.</summary>
internal static class TemplateWriting
{
    /// <summary>One of the demo's people, whom every size of the demo has.</summary>
    public const string Somebody = "sofia-ready";

    public static Task FillAsync(this Person person, string field, string text) => person.Page.Locator($"[name='{field}']").FillAsync(text);

    public static Task PressAsync(this Person person, string button) => person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens what is folded away, as the editor does with channels that say nothing.</summary>
    public static Task UnfoldAsync(this Person person, string channel) => person.Page.Locator($"details#f-{channel} > summary").ClickAsync();

    public static async Task<long> AddTemplateAsync(this EngineClient client, string key, JsonObject channels)
    {
        var document = new JsonObject { ["key"] = key, ["name"] = $"Template {key}", ["channels"] = channels };
        return (long)(await client.AdminAsync(HttpMethod.Post, "templates", document.ToJsonString())).AssertOk().Json["id"]!;
    }

    public static JsonObject Sms(string text) => new() { ["sms"] = new JsonObject { ["text"] = text } };
}

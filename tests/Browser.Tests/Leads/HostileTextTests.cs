using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Leads;

/// <summary>Whatever people call themselves is a text, and nothing else.</summary>
public sealed class HostileTextTests(DashboardEngine engine, Running.Browser browser)
{
    private const string Script = "<script>document.title='taken'</script>";

    private static readonly string[] Texts =
    [
        Script, "\"'><img src=x onerror=\"document.title='taken'\">", "{{7*7}} @@ ${x} %s", "\u202egnirts\u202c \u200f\u05e9\u05dc\u05d5\u05dd", "&lt;b&gt; &amp; ]]> -->", "👩‍👩‍👧‍👦 z̸͎̎a̶l̷g̶o̷",
    ];

    [Fact]
    public async Task Fields_OfAnyText_AreShownAsText()
    {
        await using var person = await browser.SignInAsync(engine.Address);
        foreach (var text in Texts)
        {
            var id = $"{Sent.NewId("hostile")}-{text}"[..Math.Min(200, $"{Sent.NewId("hostile")}-{text}".Length)];
            await SendAsync(id, text);
            await person.Page.GotoAsync(MadeLeads.Page(id));
            Assert.Contains("Personalization Engine", await person.Page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(text, (await person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync())!);
            Assert.Contains(text, await person.Page.Locator("#timeline").TextContentAsync(), StringComparison.Ordinal);
            Assert.Contains(id, await person.Page.Locator("#ids").TextContentAsync(), StringComparison.Ordinal);
            if (text == Texts[3]) await person.LookAsync("lead-hostile");
            await person.Page.GotoAsync($"/dashboard/leads?q={Uri.EscapeDataString(id)}");
            Assert.Equal([text], await person.Page.Locator("table.leads tbody th a").AllTextContentsAsync());
            Assert.Contains("Personalization Engine", await person.Page.TitleAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Attributes_OfTenThousandCharacters_StayWithinThePage()
    {
        var id = Sent.NewId("long");
        var identify = Sent.Rybbit(id, "identify", 5, null, ("traits", new JsonObject { ["essay"] = new string('w', 10_000), ["script"] = Script }));
        await engine.Client.SendEventsAsync("rybbit", new JsonArray(identify).ToJsonString());
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(id, "/" + new string('p', 2_000), 3));
        await using var person = await browser.SignInAsync(engine.Address, width: 390);

        await person.Page.GotoAsync(MadeLeads.Page(id));

        Assert.True((await person.Page.ContentAsync()).Length < 150_000);
        Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Empty(person.Complaints);
    }

    private async Task SendAsync(string id, string text)
    {
        var facts = new JsonObject { ["user_id"] = id, ["name"] = text, ["company"] = text, ["job_title"] = text, ["traits"] = new JsonObject { ["note"] = text } };
        (await engine.Client.SendEventsAsync("cdp", new JsonArray(Sent.Cdp("customer.upserted", 9, facts)).ToJsonString())).AssertOk();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(id, "custom_event", 5, null, ("event_name", text), ("pathname", "/")));
        await engine.Client.ScoreAsync(id);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Access;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Inbox;

/// <summary>The inbox on a page, whose visitor sees and marks their own messages and nobody else's.</summary>
public sealed class SiteInboxTests(BrowserEngine browser) : IClassFixture<BrowserEngine>
{
    private readonly string _ann = Sent.NewId("ann"), _bert = Sent.NewId("bert");

    [Fact]
    public async Task Inbox_OnAPage_IsTheVisitorsOwn()
    {
        await browser.Client.AcceptEventsAsync("cdp", Customer(_ann, 600), Customer(_bert, 600));
        var message = await browser.Client.SendToInboxAsync(_ann, "News");
        var (ann, bert) = (await browser.MintAsync(_ann), await browser.MintAsync(_bert));

        Assert.Equal(message, (string)(await ReadAsync("inbox?unread=true", ann))["items"]![0]!["message_id"]!);
        Assert.Empty((await ReadAsync("inbox", bert))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"inbox/{message}/read", "", bert)).StatusCode);
        Assert.Equal(0, (int)(await MarkAsync($"inbox/{message}/read", ann))["unread"]!);
        Assert.Equal(0, (int)(await ReadAsync("personalize", ann))["inbox"]!["unread"]!);
        Assert.Equal(0, (int)(await MarkAsync("inbox/read", ann))["unread"]!);
        Assert.Equal(0, (int)(await MarkAsync($"inbox/{message}/dismiss", ann))["unread"]!);
        Assert.Empty((await ReadAsync("inbox", ann))["items"]!.AsArray());
    }

    [Fact]
    public async Task Inbox_WithoutATokenOrForSomebodyElse_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("inbox/read", "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"inbox?user_id={_bert}", await browser.MintAsync(_ann))).StatusCode);
    }

    private async Task<JsonNode> ReadAsync(string path, string token) => await JsonAsync(await browser.GetAsync(path, token));

    private async Task<JsonNode> MarkAsync(string path, string token) => await JsonAsync(await browser.PostAsync(path, "", token));

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }
}

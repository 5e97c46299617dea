using System.Net;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Rules;

/// <summary>Where what people see changes only with a second pair of eyes.</summary>
public sealed class RuleReviewTests
{
    private const string OfAnna = "key-of-anna-who-edits-things", OfBen = "key-of-ben-who-approves-things";

    [Fact]
    public async Task Draft_WhereReviewIsRequired_GoesLiveOnlyWhenSomebodyElseApproved()
    {
        await using var engine = await EngineProcess.StartAsync(null, ("EDITOR_KEYS", $"anna:{OfAnna} ben:{OfBen}"), ("rules__review", "true"));
        await engine.Client.BecomeReadyAsync();
        using var anna = await DashboardHttp.SignInAsync(engine.Client.Address, OfAnna);
        using var ben = await DashboardHttp.SignInAsync(engine.Client.Address, OfBen);
        Assert.Contains("There are no rules yet", await anna.TextAsync("/dashboard/rules"), StringComparison.Ordinal);

        using (var direct = await anna.SendFormAsync("/dashboard/rules/new", [("do", "publish"), ("active", "on"), .. Rule("reviewed")]))
        {
            Assert.Equal(HttpStatusCode.Conflict, direct.StatusCode);
            Assert.Contains("somebody else approves of", await direct.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var drafted = await anna.SendFormAsync("/dashboard/rules/new", [("do", "draft"), ("active", "on"), .. Rule("reviewed")]);
        Assert.Equal(HttpStatusCode.SeeOther, drafted.StatusCode);
        var rule = drafted.Headers.Location!.ToString();
        await RefusedAsync(anna, $"{rule}/publish", "Nobody has approved");
        await RefusedAsync(anna, $"{rule}/approve", "Somebody else must approve");
        Assert.DoesNotContain(">Publish<", await anna.TextAsync(rule), StringComparison.Ordinal);

        using var approved = await ben.SendFormAsync($"{rule}/approve", ("revision", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Contains("Approved by ben", await anna.TextAsync(rule), StringComparison.Ordinal);
        using var published = await anna.SendFormAsync($"{rule}/publish", ("revision", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        var page = await anna.TextAsync(rule);
        Assert.Contains("approved by ben", page, StringComparison.Ordinal);
        Assert.Contains(">Active<", page, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(DashboardHttp person, string path, string why)
    {
        using var answer = await person.SendFormAsync(path, ("revision", "1"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static (string, string)[] Rule(string name) =>
    [
        ("name", name), ("priority", "1"), ("condition.k", "all"), ("action.0.type", "show"), ("action.0.slot", "hero"), ("action.0.mode", "text"),
        ("action.0.text", "hello"),
    ];
}

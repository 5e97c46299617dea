using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

public sealed class DecisionLoopTests(SharedEngine engine)
{
    [Fact]
    public async Task Personalize_NobodyKnown_IsASensibleAnswerMarkedAsSuch()
    {
        var answer = (await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}")).AssertOk().Json;

        Assert.False((bool)answer["known"]!);
        Assert.Equal(("cold_lead", 0m), ((string?)answer["segment"], (decimal)answer["score"]!));
        Assert.Equal("fallback", (string?)answer["slots"]!["hero"]!["reason"]);
    }

    [Fact]
    public async Task Personalize_AfterAnEvent_ShowsItInTheNextDecision()
    {
        var user = Sent.NewId();
        await engine.Client.GetAsync($"/api/v1/personalize/{user}");
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));

        var answer = (await engine.Client.GetAsync($"/api/v1/personalize/{user}")).AssertOk().Json;

        Assert.True((bool)answer["known"]!);
        Assert.Equal(3.5m, (decimal)answer["score"]!);
    }
}

using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Access;

public sealed class RealBrowserTests
{
    /// <summary>Welcomes the visitor, asks what they should see, and reports that it was shown: three calls, two of them with a preflight.</summary>
    private static string Script(string engine) => $$"""
        const site = '{{engine}}site/v1/{{BrowserEngine.Site}}/';
        try {
          const visitor = await (await fetch(site + 'visitor', { method: 'POST' })).json();
          const headers = { authorization: 'Bearer ' + visitor.token, 'content-type': 'application/json' };
          const answer = await (await fetch(site + 'personalize?slots=hero', { headers })).json();
          const shown = JSON.stringify({ type: 'impression', decision_id: answer.decision_id, slot: 'hero' });
          const told = await (await fetch(site + 'events', { method: 'POST', headers, body: shown })).json();
          document.body.textContent = `saw ${answer.slots.hero.content.headline}, told ${told.accepted}, as ${answer.user_id === visitor.user_id}`;
        } catch (fault) { document.body.textContent = 'kept out: ' + fault.message; }
        """;

    [Fact]
    public async Task Page_OfTheSiteAndOfAnother_IsLetInAndKeptOut()
    {
        Chromium.SkipUnlessInstalled();
        await using var own = new Page();
        await using var other = new Page();
        await using var engine = await EngineProcess.StartAsync(
            null, ("access__sites__0__key", BrowserEngine.Site), ("access__sites__0__origins__0", own.Origin));
        await engine.Client.BecomeReadyAsync();
        own.Serve(Script(engine.Client.Address.ToString()));
        other.Serve(Script(engine.Client.Address.ToString()));

        Assert.Contains("saw See your whole funnel in one place, told 1, as true", await Chromium.OpenAsync(own.Origin), StringComparison.Ordinal);
        Assert.Contains("kept out: Failed to fetch", await Chromium.OpenAsync(other.Origin), StringComparison.Ordinal);
    }
}

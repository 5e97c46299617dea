using System.Text;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Webhooks.Endpoints;

public sealed class SendWebhooksTests(SqliteStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task Event_RaisedTwice_IsToldOnceSignedToWhoeverWantsIt()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var other = await HookReceiver.StartAsync();
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(receiver.Url, OutboundEventTypes.ScoreCrossed);
        await hooks.AddAsync(other.Url, OutboundEventTypes.SegmentChanged);

        await hooks.RaiseAsync("c1");
        await hooks.RaiseAsync("c1");
        Assert.Equal(1, await hooks.RunAsync());
        await hooks.RaiseAsync("c1");
        Assert.Equal(0, await hooks.RunAsync());

        var hook = Assert.Single(receiver.Hooks);
        Assert.Empty(other.Hooks);
        Assert.Equal("""{"type":"score.crossed","timestamp":"2026-05-14T12:00:00+00:00","data":{"score":60.5}}""", hook.Body);
        Assert.Null(WhyRefused(hook, endpoint.Secret));
    }

    [Fact]
    public async Task Secret_Rotated_BothSignForADayAndThenTheNewOneAlone()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(receiver.Url);
        var rotated = (await hooks.Desk.RotateAsync(endpoint.Id, Ending))!;

        await hooks.RaiseAsync("c1");
        await hooks.RunAsync();
        Assert.Null(WhyRefused(receiver.Hooks[0], endpoint.Secret));
        Assert.Null(WhyRefused(receiver.Hooks[0], rotated.Secret));

        Store.Time.Advance(EndpointSecrets.Overlap);
        await hooks.RaiseAsync("c2");
        await hooks.RunAsync();
        Assert.NotNull(WhyRefused(receiver.Hooks[1], endpoint.Secret));
        Assert.Null(WhyRefused(receiver.Hooks[1], rotated.Secret));
    }

    [Fact]
    public async Task Endpoint_ThatFails_IsTriedForMoreThanADayUnderOneIdAndThenGivenUp()
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(500));
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(receiver.Url);
        await hooks.RaiseAsync("c1");

        var began = Store.Time.GetUtcNow();
        while (await hooks.Messages.ListAsync(endpoint.Id, EndpointMessageStatus.Waiting, long.MaxValue, 1, Ending) is [{ DueAt: { } due }])
        {
            if (due > Store.Time.GetUtcNow()) Store.Time.SetUtcNow(due);
            await hooks.RunAsync();
        }

        Assert.InRange(Store.Time.GetUtcNow() - began, TimeSpan.FromHours(24), TimeSpan.FromHours(32));
        Assert.Equal(8, receiver.Hooks.Count);
        Assert.Single(receiver.Hooks.Select(hook => hook.Header("webhook-id")).Distinct());
        var dead = Assert.Single(await new EndpointDeadLetters(hooks.Messages, Store.Time).ListAsync(long.MaxValue, 10, Ending));
        Assert.Equal(("failed", "HTTP 500", 8), (dead.Reason, dead.Detail, dead.Attempts));

        receiver.Answer = _ => new HookAnswer(200);
        Assert.True(await new EndpointDeadLetters(hooks.Messages, Store.Time).ReplayAsync(dead.Id, Ending));
        Assert.Equal(1, await hooks.RunAsync());
        Assert.Equal(9, receiver.Hooks.Count);
        Assert.Null((await hooks.Endpoints.FindAsync(endpoint.Id, Ending))!.FailingSince);
    }

    [Fact]
    public async Task Endpoint_ThatAsksToWait_IsLeftAloneForSoLong()
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(429, "", ("Retry-After", "3600")));
        await using var hooks = new CustomerHooks(Store);
        await hooks.AddAsync(receiver.Url);
        await hooks.RaiseAsync("c1");
        await hooks.RunAsync();

        Store.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await hooks.RunAsync());
        Store.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await hooks.RunAsync());
    }

    [Fact]
    public async Task Endpoint_ThatIsGone_IsDisabledAtOnceAndTheOthersAreTold()
    {
        await using var gone = await HookReceiver.StartAsync(_ => new HookAnswer(410));
        await using var other = await HookReceiver.StartAsync();
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(gone.Url, OutboundEventTypes.ScoreCrossed);
        await hooks.AddAsync(other.Url, OutboundEventTypes.EndpointDisabled);
        await hooks.RaiseAsync("c1");

        await hooks.RunAsync();
        await hooks.RunAsync();

        Assert.Equal((false, DisabledReasons.Gone), Known(await hooks.Endpoints.FindAsync(endpoint.Id, Ending)));
        Assert.Contains("\"reason\":\"gone\"", Assert.Single(other.Hooks).Body, StringComparison.Ordinal);
        await hooks.RaiseAsync("c2");
        Assert.Equal(0, await hooks.RunAsync());
        Assert.Single(gone.Hooks);
    }

    [Fact]
    public async Task Endpoint_ThatOnlyFailsForDays_IsDisabledAndCanBeSentWhatItMissed()
    {
        await using var receiver = await HookReceiver.StartAsync(_ => new HookAnswer(503));
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(receiver.Url);
        for (var day = 0; day < 6; day++)
        {
            await hooks.RaiseAsync($"day-{day}");
            await hooks.RunAsync();
            Store.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal((false, DisabledReasons.Failing), Known(await hooks.Endpoints.FindAsync(endpoint.Id, Ending)));
        Assert.Contains($"disabled by themselves: {endpoint.Id}", await new EndpointHealth(hooks.Endpoints).CheckAsync(Ending), StringComparison.Ordinal);
        await hooks.RaiseAsync("missed");
        Assert.Equal(0, await hooks.RunAsync());

        receiver.Answer = _ => new HookAnswer(200);
        await hooks.Desk.ReplaceAsync(endpoint.Id, endpoint.Definition, Ending);
        Assert.Equal(7, await hooks.Desk.ReplayAsync(new ReplayChoice(endpoint.Id, null, Now, OnlyDead: true), Ending));
        Assert.Equal(7, await hooks.RunAsync());
    }

    [Fact]
    public async Task Endpoint_ThatIsSlow_KeepsNobodyElseWaiting()
    {
        await using var slow = await HookReceiver.StartAsync(_ => HookAnswer.Silence);
        await using var quick = await HookReceiver.StartAsync();
        await using var hooks = new CustomerHooks(Store, timeoutSeconds: 2);
        await hooks.AddAsync(slow.Url);
        await hooks.AddAsync(quick.Url);
        for (var n = 0; n < 100; n++) await hooks.RaiseAsync($"c{n}");

        var running = hooks.RunAsync();
        while (quick.Hooks.Count < 100) await Task.Delay(20, Ending);

        // Five at a time, each of which takes two seconds.
        Assert.InRange(slow.Hooks.Count, 1, 60);
        Store.Time.Advance(TimeSpan.FromMinutes(2));
        await running;
    }

    [Fact]
    public async Task Endpoints_ThatFailAtRandom_AreToldAllInTheEndAndNothingTwiceUnderAnotherId()
    {
        var chance = new Random(7);
        await using var receiver = await HookReceiver.StartAsync(_ =>
        {
            lock (chance)
            {
                return chance.Next(6) switch
                {
                    0 => new HookAnswer(500),
                    1 => new HookAnswer(429, "", ("Retry-After", "30")),
                    2 => HookAnswer.Cut,
                    3 => new HookAnswer(302, "", ("Location", "/x")),
                    _ => new HookAnswer(204),
                };
            }
        });
        await using var hooks = new CustomerHooks(Store);
        var endpoint = await hooks.AddAsync(receiver.Url);
        for (var n = 0; n < 50; n++) await hooks.RaiseAsync($"c{n}");

        for (var round = 0; round < 8; round++)
        {
            await hooks.RunAsync();
            Store.Time.Advance(TimeSpan.FromHours(11));
        }

        var delivered = await hooks.Messages.ListAsync(endpoint.Id, EndpointMessageStatus.Delivered, long.MaxValue, 100, Ending);
        Assert.True(delivered.Count >= 49, $"{delivered.Count}");
        Assert.Equal(50, receiver.Hooks.Select(hook => hook.Header("webhook-id")).Distinct().Count());
        Assert.DoesNotContain(receiver.Hooks, hook => hook.Path == "/x");
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/")]
    public async Task Endpoint_ThatLeadsInside_IsNeverConnectedTo(string url)
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var hooks = new CustomerHooks(Store, allowsPrivate: false);
        var endpoint = await hooks.AddAsync(new Uri(url.Replace("PORT", $"{receiver.Url.Port}", StringComparison.Ordinal)));

        Assert.Equal("private_address", (await hooks.Desk.TestAsync(endpoint.Id, Ending))!.Reason);
        Assert.Empty(receiver.Hooks);
    }

    private static (bool, string?) Known(CustomerEndpoint? endpoint) => (endpoint!.Definition.IsEnabled, endpoint.DisabledReason);

    private static string? WhyRefused(Hook hook, string secret) =>
        new WebhookAuthenticator(WebhookCredentials.Parse(secret, null, []), TimeProvider.System).WhyRefused(
            new WebhookHeaders(hook.Header("webhook-id"), hook.Header("webhook-timestamp"), hook.Header("webhook-signature"), null), Encoding.UTF8.GetBytes(hook.Body));
}

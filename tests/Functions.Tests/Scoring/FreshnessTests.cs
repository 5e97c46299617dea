using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring;

/// <summary>An event changes the person's next decision, whichever of their ids is asked for and whoever asked before.</summary>
public sealed class FreshnessTests(SharedEngine engine)
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    private readonly string _user = Sent.NewId(), _device = Sent.NewId("device");
    private readonly string _at = DateTimeOffset.UtcNow.AddHours(-1).ToString("O");

    [Fact]
    public async Task Event_OfAnyKind_ShowsInTheVeryNextAnswerOfEachEndpoint()
    {
        var slowest = TimeSpan.Zero;
        for (var views = 1; views <= 20; views++)
        {
            var watch = Stopwatch.StartNew();
            await engine.Client.AcceptEventsAsync("rybbit", View());
            var decided = (decimal)(await engine.Client.PersonalizeAsync(_user))["score"]!;
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;

            Assert.Equal(views * 0.5m, decided);
            Assert.Equal(views * 0.5m, (decimal)(await engine.Client.GetAsync($"/api/v1/segment/{_user}")).Json["score"]!);
        }

        Assert.InRange(slowest, TimeSpan.Zero, Promised);
    }

    [Fact]
    public async Task Event_UnderOneId_ShowsUnderTheOthersAtOnce()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Login());
        foreach (var id in (string[])[_user, _device]) await engine.Client.PersonalizeAsync(id);

        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("email.clicked", 1, new JsonObject { ["user_id"] = _user }));
        var byDevice = await engine.Client.PersonalizeAsync(_device);
        await engine.Client.AcceptEventsAsync("rybbit", Anonymous("/pricing"));
        var byUser = await engine.Client.PersonalizeAsync(_user);

        Assert.Equal((1.5m, 5m), ((decimal)byDevice["score"]!, (decimal)byUser["score"]!));
    }

    [Fact]
    public async Task Login_OfADeviceAskedBefore_ShowsTheWholeHistoryAtOnce()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Anonymous("/pricing"));
        foreach (var id in (string[])[_user, _device]) await engine.Client.PersonalizeAsync(id);

        await engine.Client.AcceptEventsAsync("rybbit", Login());

        foreach (var id in (string[])[_user, _device])
            Assert.Equal(4m, (decimal)(await engine.Client.PersonalizeAsync(id))["score"]!);
    }

    [Fact]
    public async Task Answers_WhileEventsPourIn_NeverGoBackBehindWhatWasAcknowledged()
    {
        const int Writers = 4, EventsEach = 25;
        var acknowledged = 0;
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < EventsEach; i++)
            {
                await engine.Client.AcceptEventsAsync("rybbit", View());
                Interlocked.Increment(ref acknowledged);
            }
        })).ToList();

        do
        {
            var before = Volatile.Read(ref acknowledged);
            var views = (decimal)(await engine.Client.PersonalizeAsync(_user))["score"]! / 0.5m;
            Assert.InRange(views, before, Writers * EventsEach + 1m);
        }
        while (writers.Exists(writer => !writer.IsCompleted));
        await Task.WhenAll(writers);
    }

    /// <summary>All at one instant, so that time on site stays out of the score.</summary>
    private JsonObject View(params (string Name, JsonNode? Value)[] fields) =>
        Sent.Rybbit(_user, "pageview", 0, "one", [("timestamp", _at), .. fields]);

    private JsonObject Login() => View(("pathname", "/"), ("anonymous_id", _device));

    private JsonObject Anonymous(string path) => View(("user_id", _device), ("identified_user_id", ""), ("pathname", path));
}

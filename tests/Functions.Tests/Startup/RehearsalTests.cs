using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Delivery;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Startup;

/// <summary>The decision that the engine makes for nobody while it warms up counts nowhere.</summary>
public sealed class RehearsalTests
{
    private static readonly string[] Tables = ["exposures", "rule_exposures", "decision_receipts", "deliveries", "feedback", "people"];

    private static readonly (string Name, string Value)[] Settings = [("decisions__kept_share", "1"), ("EMAIL_WEBHOOK_URL", "http://127.0.0.1:1/"), ("LOG_LEVEL", "Information")];

    [Fact]
    public async Task WarmUp_RulesAndExperimentsForEverybody_LeavesNothing()
    {
        using var folder = new DataFolder();
        var store = new EngineStore(folder.Path);
        await using (var first = await EngineProcess.StartAsync(folder.Path, Settings))
        {
            await first.Client.BecomeReadyAsync();
            var template = MessagingEngine.Email("Hello", "<p>Hello</p>");
            (await first.Client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
            await first.Client.AddExperimentAsync(Defined.Experiment("everybody", "a", "b"));
            await first.Client.AddRuleAsync(Defined.Rule(
                new JsonObject(), Defined.Show("hero", "for all"),
                new JsonObject { ["type"] = "message", ["channel"] = "email", ["template"] = (string)template["key"]! }));
            Assert.Equal(0, await first.TerminateAsync());
        }

        var before = Count(store);
        Assert.Equal(0, before["exposures"]);
        await using (var second = await EngineProcess.StartAsync(folder.Path, Settings))
        {
            await WarmAsync(second);
            // What it might have noted is written when it ends, at the latest.
            Assert.Equal(0, await second.TerminateAsync());
        }

        Assert.Equal(before, Count(store));
        await using var third = await EngineProcess.StartAsync(folder.Path, Settings);
        await WarmAsync(third);
        (await third.Client.GetAsync("/api/v1/personalize/somebody")).AssertOk();
        Assert.Equal(0, await third.TerminateAsync());

        // The same asked for somebody does leave them.
        var after = Count(store);
        Assert.True(after["exposures"] > 0 && after["decision_receipts"] > 0, string.Join(", ", after));
    }

    private static Dictionary<string, long> Count(EngineStore store) => Tables.ToDictionary(table => table, table => store.Count($"select count(*) from {table}"));

    private static async Task WarmAsync(EngineProcess engine)
    {
        for (var tries = 0; !engine.Output.Any(line => line.Contains("the first decision is made", StringComparison.Ordinal)); tries++)
        {
            Assert.True(tries < 400, string.Join('\n', engine.Output));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}

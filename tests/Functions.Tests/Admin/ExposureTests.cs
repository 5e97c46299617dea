using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>What serving variants and asking for messages leaves in the store.</summary>
public sealed class ExposureTests(SharedEngine engine)
{
    private const string OfExperiment = "select person_id || '=' || variant from exposures where experiment_id = @id order by 1";

    [Fact]
    public async Task Exposure_ServedManyTimesAtOnce_IsStoredOnce()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(key, "control", "bold").With("condition", Defined.For(user)));
        var variant = (string?)(await engine.Client.AssignmentAsync(user, key))["variant"];
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => engine.Client.PersonalizeAsync(user)));

        Assert.Equal([$"{user}={variant}"], await StoredAsync(id, 1));
        await Task.Delay(600, TestContext.Current.CancellationToken);
        await engine.Client.PersonalizeAsync(user);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.Single(await StoredAsync(id, 1));
    }

    [Fact]
    public async Task Exposure_OfSomebodyOutside_IsNotStored()
    {
        var (inside, outside, key) = (Sent.NewId(), Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(key, "control", "bold").With("condition", Defined.For(inside)));
        await engine.Client.PersonalizeAsync(outside);
        await engine.Client.PersonalizeAsync(inside);

        Assert.StartsWith($"{inside}=", Assert.Single(await StoredAsync(id, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposure_WeightsChanged_StaysTheFirst()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var experiment = Defined.Experiment(key, "a", "b").With("condition", Defined.For(user));
        var id = await engine.Client.AddExperimentAsync(experiment.With("variants", Weighted(1, 0)));
        await engine.Client.PersonalizeAsync(user);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.With("variants", Weighted(0, 1)).ToJsonString())).AssertOk();
        var after = await engine.Client.AssignmentAsync(user, key);

        Assert.Equal(("a", "kept", true), ((string?)after["variant"], (string?)after["reason"], (bool)after["in_experiment"]!));
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.Equal([$"{user}=a"], await StoredAsync(id, 1));
    }

    [Fact]
    public async Task Exposure_OfAPreview_IsNotStored()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b").With("condition", Defined.For(user)));
        var draft = Defined.Rule(new JsonObject { [$"experiments.{key}"] = "a" }, Defined.Show("hero", 1));
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules/preview", $$"""{"rule": {{draft.ToJsonString()}}, "user_id": "{{user}}"}""")).AssertOk();
        await Task.Delay(600, TestContext.Current.CancellationToken);

        Assert.Empty(engine.Process.Query<string>(OfExperiment, ("@id", id)));
    }

    [Fact]
    public async Task Message_AskedForAgainAndAgain_IsRequestedOncePerPeriod()
    {
        var user = Sent.NewId();
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(
            Defined.For(user), JsonNode.Parse("""{"type": "message", "channel": "website", "template": "welcome"}""")!));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => engine.Client.PersonalizeAsync(user)));

        var stored = await engine.Process.QueryUntilAsync<string>(
            found => found.Count > 0, "select person_id || '/' || channel || '/' || template from outbox where rule_id = @id", ("@id", rule));
        Assert.Equal([$"{user}/website/welcome"], stored);
    }

    private static JsonNode? Weighted(double a, double b) =>
        JsonNode.Parse($$"""[{"key": "a", "weight": {{a}}}, {"key": "b", "weight": {{b}}}]""");

    private Task<List<string>> StoredAsync(long experiment, int atLeast) =>
        engine.Process.QueryUntilAsync<string>(found => found.Count >= atLeast, OfExperiment, ("@id", experiment));
}

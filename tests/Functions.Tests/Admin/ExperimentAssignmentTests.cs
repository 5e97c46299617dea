using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Who gets which variant, and why. On an engine of its own, where every answer names only these experiments.</summary>
public sealed class ExperimentAssignmentTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private const int People = 2000;

    [Fact]
    public async Task Assign_TwoThousandPeople_AgreesWithGrowthBook()
    {
        var (even, skewed) = (Defined.NewKey(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(even, "v0", "v1"));
        await engine.Client.AddExperimentAsync(Defined.Experiment(skewed, "v0", "v1", "v2")
            .With("seed", "säed ✓").With("traffic_allocation", 0.6)
            .With("variants", JsonNode.Parse("""[{"key": "v0", "weight": 0.2}, {"key": "v1", "weight": 0.3}, {"key": "v2", "weight": 0.5}]""")));

        var people = Enumerable.Range(0, People).Select(i => i % 3 == 0 ? $"{i}" : $"pérson-{i}").ToArray();
        var outside = 0;
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, _) =>
        {
            var experiments = (await engine.Client.PersonalizeAsync(person, "limit=0&slots="))["experiments"]!.AsArray();
            AssertPlace(experiments, even, GrowthBookBucketing.Choose(even, person, 1, 0.5, 0.5));
            var place = GrowthBookBucketing.Choose("säed ✓", person, 0.6, 0.2, 0.3, 0.5);
            AssertPlace(experiments, skewed, place);
            if (place < 0) Interlocked.Increment(ref outside);
        });

        Assert.InRange(outside, People * 0.36, People * 0.44);
    }

    [Theory]
    [InlineData("not_running", "status", "\"paused\"")]
    [InlineData("not_running", "status", "\"completed\"")]
    [InlineData("outside_dates", "start_date", "\"2150-01-01T00:00:00Z\"")]
    [InlineData("outside_dates", "end_date", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("not_targeted", "condition", """{"score": {"$gte": 50}}""")]
    [InlineData("not_allocated", "traffic_allocation", "0")]
    [InlineData("allocated", "traffic_allocation", "1")]
    public async Task Reason_ForBeingInOrOut_IsTold(string reason, string field, string value)
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "control", "bold");
        var id = await engine.Client.AddExperimentAsync(experiment);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.With(field, JsonNode.Parse(value)).ToJsonString())).AssertOk();

        var assignment = await engine.Client.AssignmentAsync(Sent.NewId(), (string)experiment["key"]!);

        assignment.AssertShape("experiment:string", "variant:string", "in_experiment:boolean", "reason:string");
        Assert.Equal((reason, reason == "allocated"), ((string?)assignment["reason"], (bool)assignment["in_experiment"]!));
        if (reason != "allocated") Assert.Equal("control", (string?)assignment["variant"]);
    }

    [Fact]
    public async Task Targeting_FollowsThePersonsState()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b").With("condition", JsonNode.Parse("""{"score": {"$gte": 3}, "context.page": "/x"}""")).With("sticky", false));
        Assert.Equal("not_targeted", (string?)(await engine.Client.AssignmentAsync(user, key, "context.page=/x"))["reason"]);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));

        Assert.Equal("allocated", (string?)(await engine.Client.AssignmentAsync(user, key, "context.page=/x"))["reason"]);
        Assert.Equal("not_targeted", (string?)(await engine.Client.AssignmentAsync(user, key))["reason"]);
    }

    [Fact]
    public async Task Allocation_Raised_MovesNobodyBetweenVariants()
    {
        var key = Defined.NewKey();
        var experiment = Defined.Experiment(key, "a", "b", "c").With("traffic_allocation", 0.2);
        var id = await engine.Client.AddExperimentAsync(experiment);
        var people = Enumerable.Range(0, 100).Select(_ => Sent.NewId()).ToArray();
        var before = await VariantsAsync(people, key);

        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.With("traffic_allocation", 0.9).ToJsonString())).AssertOk();
        var after = await VariantsAsync(people, key);

        Assert.All(people.Where(person => before[person] is not null), person => Assert.Equal(before[person], after[person]));
        Assert.True(after.Count(one => one.Value is not null) > before.Count(one => one.Value is not null));
    }

    [Fact]
    public async Task Rule_OnAVariant_ShowsOnlyToThoseInIt()
    {
        var key = Defined.NewKey();
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, "control", "bold").With("traffic_allocation", 0.5));
        var control = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { [$"experiments.{key}"] = "control" }, Defined.Show("button", "plain")));
        var bold = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { [$"experiments.{key}"] = "bold" }, Defined.Show("button", "BOLD")));
        var seen = new HashSet<long?>();
        for (var i = 0; i < 60; i++)
        {
            var answer = await engine.Client.PersonalizeAsync(Sent.NewId(), "slots=button&limit=0");
            var place = Assert.Single(answer["experiments"]!.AsArray(), one => (string?)one!["experiment"] == key)!;
            var expected = (bool)place["in_experiment"]! ? (string?)place["variant"] == "bold" ? bold : control : (long?)null;
            Assert.Equal(expected, (long?)answer["slots"]!["button"]!["rule"]?["id"]);
            seen.Add(expected);
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Assign_AnyIdOfAPerson_GivesOneVariant()
    {
        var (user, device, key) = (Sent.NewId(), Sent.NewId("device"), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, [.. Enumerable.Range(0, 20).Select(i => $"v{i}")]));
        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(user, "pageview", 1, null, ("pathname", "/"), ("anonymous_id", device)));

        Assert.Equal(
            (string?)(await engine.Client.AssignmentAsync(user, key))["variant"], (string?)(await engine.Client.AssignmentAsync(device, key))["variant"]);
    }

    private static void AssertPlace(JsonArray experiments, string key, int expected)
    {
        var place = experiments.Single(one => (string?)one!["experiment"] == key)!;
        Assert.Equal(
            (expected >= 0, $"v{Math.Max(0, expected)}", expected >= 0 ? "allocated" : "not_allocated"),
            ((bool)place["in_experiment"]!, (string?)place["variant"], (string?)place["reason"]));
    }

    /// <returns>Of each person the variant, null for those outside.</returns>
    private async Task<Dictionary<string, string?>> VariantsAsync(string[] people, string key)
    {
        var variants = new Dictionary<string, string?>();
        foreach (var person in people)
        {
            var place = await engine.Client.AssignmentAsync(person, key, "limit=0");
            variants[person] = (bool)place["in_experiment"]! ? (string?)place["variant"] : null;
        }

        return variants;
    }
}

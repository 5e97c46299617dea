using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>draft → running ⇄ paused, from either of these to completed, and nothing else.</summary>
public sealed class ExperimentLifecycleTests(SharedEngine engine)
{
    private static readonly string[] Statuses = ["draft", "running", "paused", "completed"];
    private static readonly string[] Allowed =
        ["draft>running", "running>paused", "paused>running", "running>completed", "paused>completed"];

    public static TheoryData<string, string> Transitions => [.. from before in Statuses from after in Statuses select (before, after)];

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task Put_EveryTransition_IsAllowedOrRefusedAsDocumented(string from, string to)
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody"));
        var id = await InStatusAsync(experiment, from);

        var answer = await PutAsync(id, experiment.With("status", to));

        if (from == to || Allowed.Contains($"{from}>{to}"))
        {
            Assert.Equal(to, (string?)answer.AssertOk().Json["status"]);
            return;
        }

        answer.AssertProblem(409);
        Assert.Contains(from, (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(from, (string?)(await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).Json["status"]);
    }

    [Theory]
    [InlineData("draft", 201)]
    [InlineData("running", 201)]
    [InlineData("paused", 409)]
    [InlineData("completed", 409)]
    public async Task Add_InAStatus_BeginsAsDraftOrRunning(string status, int expected) => Assert.Equal(
        expected,
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", Defined.Experiment(Defined.NewKey(), "a", "b")
            .With("status", status).With("condition", Defined.For("nobody")).ToJsonString())).Status);

    [Theory]
    [InlineData("key", "\"another-key\"", false)]
    [InlineData("seed", "\"another-seed\"", false)]
    [InlineData("variants", """[{"key": "a"}, {"key": "b"}, {"key": "c"}]""", false)]
    [InlineData("variants", """[{"key": "b"}, {"key": "a"}]""", false)]
    [InlineData("variants", """[{"key": "a"}, {"key": "c"}]""", false)]
    [InlineData("variants", """[{"key": "a", "weight": 0.9}, {"key": "b", "weight": 0.1}]""", true)]
    [InlineData("variants", """[{"key": "a", "name": "A"}, {"key": "b"}]""", true)]
    [InlineData("name", "\"another name\"", true)]
    [InlineData("traffic_allocation", "0.5", true)]
    [InlineData("condition", """{"id": "somebody else"}""", true)]
    [InlineData("end_date", "\"2150-01-01T00:00:00Z\"", true)]
    public async Task Put_OfAStartedExperiment_MayChangeOnlyWhatMovesNobody(string field, string value, bool allowed)
    {
        foreach (var status in (string[])["running", "paused"])
        {
            var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody")).With("seed", "first-seed");
            var id = await InStatusAsync(experiment, status);
            var answer = await PutAsync(id, experiment.With("status", status).With(field, JsonNode.Parse(value)));

            if (allowed) answer.AssertOk();
            else answer.AssertProblem(409);
        }
    }

    [Theory]
    [InlineData("key", "\"KEY\"")]
    [InlineData("seed", "\"another-seed\"")]
    [InlineData("variants", """[{"key": "x"}, {"key": "y"}, {"key": "z"}]""")]
    public async Task Put_OfADraft_MayChangeEverything(string field, string value)
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft");
        var id = await InStatusAsync(experiment, "draft");
        var changed = JsonNode.Parse(value.Replace("KEY", Defined.NewKey(), StringComparison.Ordinal));

        (await PutAsync(id, experiment.With(field, changed))).AssertOk();
    }

    [Fact]
    public async Task Put_WithAnothersKey_IsRefused()
    {
        var taken = Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft");
        await engine.Client.AddExperimentAsync(taken);
        var mine = Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft");
        var id = await engine.Client.AddExperimentAsync(mine);

        (await PutAsync(id, mine.With("key", (string)taken["key"]!))).AssertProblem(409);
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", taken.ToJsonString())).AssertProblem(409);
    }

    [Fact]
    public async Task Experiment_IsNeverRemoved()
    {
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft"));

        (await engine.Client.AdminAsync(HttpMethod.Delete, $"experiments/{id}")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk();
    }

    [Fact]
    public async Task Put_WithAnOldTag_IsRefusedBeforeTheTransitionIsJudged()
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody"));
        var id = await engine.Client.AddExperimentAsync(experiment);
        (await PutAsync(id, experiment.With("status", "paused"))).AssertOk();

        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.With("status", "draft").ToJsonString(), "\"1\"")).AssertProblem(412);
    }

    /// <summary>Adds the experiment and leads it into a status by allowed steps.</summary>
    private async Task<long> InStatusAsync(JsonObject experiment, string status)
    {
        var id = await engine.Client.AddExperimentAsync(experiment.With("status", status == "draft" ? "draft" : "running"));
        if (status is "paused" or "completed") (await PutAsync(id, experiment.With("status", status))).AssertOk();
        return id;
    }

    private Task<EngineResponse> PutAsync(long id, JsonObject experiment) =>
        engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.ToJsonString());
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Results;

/// <summary>What can be known before an experiment starts. On an engine of its own, so that its people are known.</summary>
public sealed class PlanningTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Theory]
    [InlineData(0.1, 0.2, 3841)]
    [InlineData(0.05, 0.2, 8158)]
    [InlineData(0.2, 0.1, 6510)]
    public async Task Power_OfAKnownRate_IsTheTextbooks(double baseline, double effect, int people)
    {
        var plan = await PlanAsync($$"""{"baseline": {{baseline}}, "min_effect": {{effect}}, "daily_people": 1000}""");

        Assert.Equal(people, (double)plan["fixed"]!["users_per_variant"]!);
        Assert.Equal(Math.Ceiling(people * 2 / 1000.0), (double)plan["fixed"]!["days"]!);
        Assert.True((double)plan["sequential"]!["users_per_variant"]! > people);
    }

    [Fact]
    public async Task Power_AtTheSitesOwnTraffic_IsMeasuredOnItsLastDays_AndARehearsalIsSound()
    {
        // People and experiment are named alike each time: of splits by other names one in a thousand is rightly called unsound.
        await engine.Client.ConvertAsync(Enumerable.Range(0, 1400).Select(person => Trials.Conversion(
            $"rehearsing-{person}", person % 5 == 0 ? "signup" : "visit", DateTimeOffset.UtcNow.AddDays(-person % 13))));

        var plan = await PlanAsync("""{"metric": {"kind": "conversion", "goal": "signup"}, "min_effect": 0.1, "traffic_allocation": 0.5}""");

        Assert.Equal((0.2, 1400, 100.0), (Math.Round((double)plan["baseline"]!, 9), (int)plan["measured_users"]!, (double)plan["daily_users"]!));
        Assert.Equal(Math.Ceiling(6510 * 2 / 50.0), (double)plan["fixed"]!["days"]!);

        var id = await engine.Client.AddExperimentAsync(Defined.Experiment("rehearsed", "a", "b").With(
            Trials.Metric("signup", "conversion", ("goal", "signup"))).With("status", "draft"));
        var rehearsal = (await engine.Client.AdminAsync(HttpMethod.Post, $"experiments/{id}/rehearsal", """{"runs": 300}""")).AssertOk().Json;
        Assert.Equal((1400, 300), ((int)rehearsal["users"]!, (int)rehearsal["runs"]!));
        Assert.True((bool)rehearsal["sound"]!, (string?)rehearsal["verdict"]);
        Assert.InRange((double)rehearsal["metrics"]![0]!["false_positives"]!, 0, 0.1);
    }

    [Theory]
    [InlineData("{}", "min_effect")]
    [InlineData("""{"min_effect": 0}""", "min_effect")]
    [InlineData("""{"min_effect": 1, "baseline": 0.7}""", "min_effect")]
    [InlineData("""{"min_effect": 0.1, "power": 1}""", "power")]
    [InlineData("""{"min_effect": 0.1, "variants": 1}""", "variants")]
    [InlineData("""{"min_effect": 0.1, "baseline": 5, "metric": {"kind": "revenue"}}""", "standard_deviation")]
    [InlineData("""{"min_effect": 0.1, "metric": {"kind": "count"}}""", "metric.event")]
    public async Task Power_AskedForWrongly_IsRefused(string body, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments/power", body)).AssertProblem(400, field);

    [Fact]
    public async Task Rehearsal_AskedForWrongly_IsRefused()
    {
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments/1/rehearsal", """{"runs": 5}""")).AssertProblem(400, "runs");
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments/987654321/rehearsal")).AssertProblem(404);
    }

    private async Task<JsonNode> PlanAsync(string body) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments/power", body)).AssertOk().Json;
}

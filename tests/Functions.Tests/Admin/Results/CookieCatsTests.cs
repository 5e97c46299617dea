using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Results;

/// <summary>
/// The experiment of the game Cookie Cats (Tactile Entertainment, published through DataCamp and Kaggle): 90,189 players, a gate at
/// level 30 or at level 40, and who came back after one day and after seven. Sent in through the API as it would have been live; what
/// comes out must be what the published analyses found. They come from the published counts, which are the whole of such a data set.
/// </summary>
public sealed class CookieCatsTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private const string Key = "cookie_cats";

    private static readonly (string Variant, int Players, int Day1, int Day7, int Both)[] Groups =
        [("gate_30", 44_700, 20_034, 8_502, 6_676), ("gate_40", 45_489, 20_119, 8_279, 6_506)];

    [Fact]
    public async Task Results_OfThePublishedExperiment_AreThePublishedNumbers()
    {
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(Key, "gate_30", "gate_40").With(
            Trials.Metric("retention_1", "conversion", ("goal", "retention_1")), Trials.Metric("retention_7", "conversion", ("goal", "retention_7"))));
        await SendAsync();

        var results = await engine.Client.ResultsAsync(id, "?method=fixed");

        Assert.Equal([44_700, 45_489], results["variants"]!.AsArray().Select(variant => (long)variant!["users"]!));
        Assert.Equal(0.0086, (double)results["sample_ratio"]!["p"]!, 1e-4);
        Assert.False((bool)results["sample_ratio"]!["suspicious"]!);
        AssertMetric(results, "retention_1", 0.448188, 0.442283, -0.0131757, 0.0744, 1e-4);
        AssertMetric(results, "retention_7", 0.190201, 0.182000, -0.0431190, 0.00155, 1e-5);
        var second = results.MetricOf("retention_7").VariantOf("gate_40");
        Assert.Equal("worse", (string?)second["verdict"]);
        Assert.Equal("not_proven_yet", (string?)results.MetricOf("retention_1").VariantOf("gate_40")["verdict"]);
        Assert.Equal(-0.0082, (double)second["comparison"]!["difference"]!["value"]!, 1e-4);
        Assert.Contains("gate_40 has less retention_7 than gate_30", (string?)results["verdict"], StringComparison.Ordinal);

        // Published bootstraps: gate_30 is better after one day with about 96 %, after seven with 99.9 %.
        Assert.Equal(0.036, (double)results.MetricOf("retention_1").VariantOf("gate_40")["comparison"]!["bayesian"]!["chance_to_win"]!, 0.005);
        Assert.Equal(0.0008, (double)second["comparison"]!["bayesian"]!["chance_to_win"]!, 0.0005);
        Assert.Equal(0.0008, (double)second["comparison"]!["bayesian"]!["chance_to_win_exact"]!, 0.0001);
        Assert.Equal(0.0012176, (double)second["comparison"]!["fixed"]!["p"]!, 1e-6);

        var always = await engine.Client.ResultsAsync(id);
        var careful = always.MetricOf("retention_7").VariantOf("gate_40");
        Assert.Equal("not_proven_yet", (string?)careful["verdict"]);
        Assert.Contains("counts only if nobody looked before", (string?)careful["sentence"], StringComparison.Ordinal);
    }

    private static void AssertMetric(JsonNode results, string key, double first, double second, double lift, double p, double tolerance)
    {
        var metric = results.MetricOf(key);
        Assert.Equal(first, (double)metric.VariantOf("gate_30")["mean"]!, 1e-6);
        Assert.Equal(second, (double)metric.VariantOf("gate_40")["mean"]!, 1e-6);
        Assert.Equal(lift, (double)metric.VariantOf("gate_40")["comparison"]!["lift"]!, 1e-6);
        Assert.Equal(p, (double)metric.VariantOf("gate_40")["comparison"]!["difference"]!["p"]!, tolerance);
    }

    private async Task SendAsync()
    {
        var start = DateTimeOffset.UtcNow.AddDays(-9);
        foreach (var group in Groups)
        {
            await engine.Client.TrackAsync(Enumerable.Range(0, group.Players).Select(player =>
                Trials.Exposure(Key, group.Variant, $"{group.Variant}-{player}", start)));
            await engine.Client.ConvertAsync(Enumerable.Range(0, group.Day1).Select(player =>
                Trials.Conversion($"{group.Variant}-{player}", "retention_1", start.AddDays(1))));
            await engine.Client.ConvertAsync(Enumerable.Range(group.Day1 - group.Both, group.Day7).Select(player =>
                Trials.Conversion($"{group.Variant}-{player}", "retention_7", start.AddDays(7))));
        }
    }
}

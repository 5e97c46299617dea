using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Judging;

/// <summary>Some people get the popular list, so that it shows what personal ones are worth.</summary>
public sealed class ComparisonTests(ComparedEngine engine) : IClassFixture<ComparedEngine>
{
    private const string Comparison = "comparison";

    [Fact]
    public async Task Recommend_ManyPeople_AboutHalfGetThePopularListAndAlwaysTheSameHalf()
    {
        var compared = 0;
        foreach (var reader in engine.Readers)
        {
            var first = ComparedEngine.SourcesOf(await engine.ListAsync(reader));
            var isCompared = first.Contains(Comparison);
            if (isCompared) compared++;

            Assert.Equal(9, first.Count);
            Assert.Equal(isCompared, ComparedEngine.SourcesOf(await engine.ListAsync(reader, $"&category={engine.Items.Category}")).Contains(Comparison));
            Assert.Equal(isCompared, ComparedEngine.SourcesOf(await engine.Client.PersonalizeAsync(reader)).Contains(Comparison));
        }

        Assert.InRange(compared, 20, 40);
    }

    [Fact]
    public async Task Recommend_PersonOfTheGroup_NeverGetsWhatOnlyTheirHistorySpeaksFor()
    {
        foreach (var reader in engine.Readers)
        {
            var sources = ComparedEngine.SourcesOf(await engine.ListAsync(reader));
            var besideAnItem = ComparedEngine.SourcesOf(await engine.ListAsync(reader, $"&current_item={engine.Items.Item(3)}"));
            var decided = ComparedEngine.SourcesOf(await engine.Client.PersonalizeAsync(reader));
            if (sources.Contains(Comparison)) Assert.All([.. sources, .. besideAnItem, .. decided], source => Assert.Equal(Comparison, source));
            else Assert.Contains(sources, source => source is "item_based" or "user_based");
        }
    }

    [Fact]
    public async Task Recommend_PersonOfTheGroup_IsSparedWhatTheQueryExcludesAndWhatTheyHaveSeen()
    {
        var reader = await ReaderAsync(isCompared: true);
        var shown = (await engine.ListAsync(reader, $"&exclude={engine.Items.Item(15)},{engine.Items.Item(25)}"))["recommendations"]!.AsArray()
            .Select(item => (string)item!["item_id"]!).ToList();

        Assert.Equal(9, shown.Count);
        Assert.Empty(shown.Intersect(Enumerable.Range(0, 16).Append(25).Select(engine.Items.Item)));
    }

    [Fact]
    public async Task Metrics_OfBothGroups_AddUpToWhatWasShownAndClicked()
    {
        foreach (var reader in engine.Readers)
        {
            var list = await engine.ListAsync(reader);
            await engine.ReportAsync(list, clicks: ComparedEngine.SourcesOf(list).Contains(Comparison) ? 1 : 3);
        }

        // Lists for everybody are not compared.
        await engine.ReportAsync((await engine.Client.GetAsync($"/api/v1/popular?n=5&user_id={engine.Readers[0]}")).AssertOk().Json, clicks: 5);
        var metrics = await engine.MetricsAsync();
        var after = metrics["comparison"]!;

        AssertShape(after);
        var (personal, comparison) = (CountsOf("personal"), CountsOf(Comparison));
        Assert.Equal(engine.Readers.Count, personal.People + comparison.People);
        Assert.Equal((9L * personal.People, 3L * personal.People), (personal.Exposures, personal.Clicks));
        Assert.Equal((9L * comparison.People, comparison.People), (comparison.Exposures, comparison.Clicks));
        Assert.Equal(2, (double)after["lift"]!, 1e-9);
        Assert.Equal("better", (string)after["verdict"]!);
        Assert.Equal((0.5, (double)comparison.People / engine.Readers.Count), ((double)after["share_set"]!, (double)after["share_served"]!));
        Assert.InRange((double)after["sample_ratio_p"]!, 0.001, 1);
        var row = metrics["rows"]!.AsArray().Single(row => (string)row!["source"]! == Comparison)!;
        Assert.Equal((long)after[Comparison]!["exposures"]!, (long)row["impressions"]!);

        (long People, long Exposures, long Clicks) CountsOf(string group) =>
            ((long)after[group]!["people"]!, (long)after[group]!["exposures"]!, (long)after[group]!["clicks"]!);
    }

    private static void AssertShape(JsonNode comparison)
    {
        comparison.AssertShape(
            "share_set:number", "share_served:number?", "sample_ratio_p:number?", "personal:object", "comparison:object", "lift:number?",
            "lift_low:number?", "lift_high:number?", "p_value:number?", "verdict:string", "missing_exposures:number?", "note:string?");
        comparison["personal"].AssertShape(
            "people:number", "exposures:number", "clicks:number", "ctr:number?", "ctr_low:number", "ctr_high:number");
    }

    private async Task<string> ReaderAsync(bool isCompared)
    {
        foreach (var reader in engine.Readers)
            if (ComparedEngine.SourcesOf(await engine.ListAsync(reader)).Contains(Comparison) == isCompared) return reader;
        throw new InvalidOperationException("All readers are in one group.");
    }
}

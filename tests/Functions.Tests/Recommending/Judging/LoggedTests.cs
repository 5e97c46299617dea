using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Feedback;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Judging;

/// <summary>What exploration places showed tells what else they might have brought.</summary>
public sealed class LoggedTests(ComparedEngine engine) : IClassFixture<ComparedEngine>
{
    [Fact]
    public async Task Logged_ExplorationPlaces_CountAsShownAndClicked()
    {
        var before = await LoggedAsync();
        int shown = 0, clicked = 0;
        foreach (var reader in engine.Readers)
        {
            var list = await engine.ListAsync(reader);
            var explored = list["recommendations"]!.AsArray().Where(item => item!["propensity"] is not null).Select(item => (string)item!["item_id"]!).ToList();
            foreach (var item in explored)
            {
                var isClicked = ++shown % 2 == 0;
                if (isClicked) clicked++;
                (await engine.Client.ReportAsync(Reported.Item("impression", (string)list["recommend_id"]!, item))).AssertOk();
                if (isClicked) (await engine.Client.ReportAsync(Reported.Item("click", (string)list["recommend_id"]!, item))).AssertOk();
            }

            // Only what chance chose is judged.
            var first = (string)list["recommendations"]![0]!["item_id"]!;
            (await engine.Client.ReportAsync(Reported.Item("impression", (string)list["recommend_id"]!, first))).AssertOk();
        }

        var logged = await LoggedAsync();

        logged.AssertShape(
            "from:instant", "until:instant", "people:number", "exposures:number", "clicks:number", "ctr:number?", "ctr_low:number",
            "ctr_high:number", "weight_cap:number", "policies:array");
        Assert.Equal(
            (shown, clicked), ((int)logged["exposures"]! - (int)before["exposures"]!, (int)logged["clicks"]! - (int)before["clicks"]!));
        Assert.True(shown >= 20 * 3);
        var uniform = Policies(logged).Single(policy => (string)policy["policy"]! == "uniform");
        Assert.Equal(((int)logged["exposures"]!, 0), ((int)uniform["matched"]!, (int)uniform["clipped_weights"]!));
        Assert.InRange((double)uniform["effective_sample_size"]!, 1, (double)logged["exposures"]!);
        if (uniform["ips"] is { } ips) Assert.InRange((double)ips["ctr"]!, (double)ips["ctr_low"]!, (double)ips["ctr_high"]!);
    }

    [Fact]
    public async Task Logged_ItemOfADecision_IsJudgedAsWell()
    {
        var before = (int)(await LoggedAsync())["exposures"]!;
        foreach (var reader in engine.Readers)
        {
            var decision = await engine.Client.PersonalizeAsync(reader);
            var items = decision["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!);
            (await engine.Client.ReportAsync([.. items.Select(item => Reported.Item("impression", (string)decision["decision_id"]!, item))])).AssertOk();
        }

        Assert.True((int)(await LoggedAsync())["exposures"]! >= before + 20);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9601")]
    [InlineData("soon")]
    public async Task Logged_HoursOutOfRange_AreAProblem(string hours) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"recommenders/logged?hours={hours}")).AssertProblem(400, "hours");

    [Fact]
    public async Task Logged_NextToTheListOfRecommenders_IsNotTakenForIt() =>
        (await engine.Client.AdminAsync(HttpMethod.Get, "recommenders")).AssertOk();

    private static IEnumerable<JsonNode> Policies(JsonNode logged) => logged["policies"]!.AsArray().Select(policy =>
    {
        policy.AssertShape(
            "policy:string", "matched:number", "effective_sample_size:number", "clipped_weights:number", "ips:object?", "snips:object?", "reason:string?");
        return policy!;
    });

    private async Task<JsonNode> LoggedAsync() => (await engine.Client.AdminAsync(HttpMethod.Get, "recommenders/logged")).AssertOk().Json;
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Scoring;

/// <summary>Scores are judged by who converted after them.</summary>
public sealed class QualityTests(OwnEngine engine) : IClassFixture<OwnEngine>, IAsyncLifetime
{
    private const string OncePerPerson = "basis=events&age_days=1&horizon_days=20";

    private static bool _isSent;

    public async ValueTask InitializeAsync()
    {
        if (_isSent) return;
        _isSent = true;
        // 16 of 20 sales-ready and 2 of 20 cold leads convert four days later; one of each long after, which does not count.
        await Leads.SendAsync(engine.Client, 20, 16, 50, place => place < 16 ? 46 : place == 16 ? 1 : null);
        await Leads.SendAsync(engine.Client, 20, 1, 50, place => place < 2 ? 46 : place == 2 ? 1 : null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Quality_EachPersonOnce_CountsByHand()
    {
        var quality = await AskAsync(OncePerPerson);

        var total = quality["total"]!;
        Assert.Equal((40, 40, 18), ((int)total["people"]!, (int)total["looks"]!, (int)total["conversions"]!));
        Assert.Equal(0.45, (double)total["base_rate"]!, 12);
        // Of 18 x 22 pairs: 16 x 18 in order, 16 x 4 and 2 x 18 tied.
        Assert.Equal(((16 * 18) + ((16 * 4) / 2.0) + ((2 * 18) / 2.0)) / (18 * 22), (double)total["auc"]!, 12);
        var ready = Segment(total, "sales_ready");
        Assert.Equal((20, 16), ((int)ready["looks"]!, (int)ready["conversions"]!));
        Assert.Equal(0.8 / 0.45, (double)ready["lift"]!, 12);
        Assert.Equal((0.5840, 0.9193), (Math.Round((double)ready["low"]!, 4), Math.Round((double)ready["high"]!, 4)));
        Assert.Null((double?)Segment(total, "hot_lead")["precision"]);
        Assert.Equal("not_enough_data", (string?)quality["target"]!["verdict"]);
        Assert.StartsWith("40 people, looked at 40 times; 18 looks were followed by a conversion, of 18 people.", (string?)quality["rests_on"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_LooksEachWeek_NeverLookAfterTheConversion()
    {
        // The conversion lies four days after what they did: a look a day sees them four times, and others for thirty days.
        var quality = await AskAsync($"basis=events&every_days=1&horizon_days=10&from={Day(52)}&to={Day(30)}&by=month");

        var total = quality["total"]!;
        Assert.Equal(18 * 4, (int)total["conversions"]!);
        Assert.True((int)total["looks"]! > 22 * 15, quality.ToJsonString());
        Assert.Equal((int)total["looks"]!, quality["periods"]!.AsArray().Sum(period => (int)period!["quality"]!["looks"]!));
        Assert.True((double)total["auc_high"]! - (double)total["auc_low"]! > 0.1);
    }

    [Fact]
    public async Task Quality_OtherGoal_HasNoConversions()
    {
        var quality = await AskAsync($"{OncePerPerson}&goal=other");

        Assert.Equal(0, (int)quality["total"]!["conversions"]!);
        Assert.Null((double?)quality["total"]!["auc"]);
        Assert.Equal("not_met", (string?)quality["target"]!["verdict"]);
    }

    [Fact]
    public async Task Quality_StoredScoresAllYoungerThanTheHorizon_SaysThatNothingIsKnown()
    {
        await engine.Client.ScoreAsync(Sent.NewId());

        var quality = await AskAsync("");

        Assert.Equal(0, (int)quality["total"]!["people"]!);
        Assert.Equal("Nobody was sales_ready at any look.", (string?)quality["target"]!["sentence"]);
        Assert.Contains("Of the last 30 days nothing is judged", (string?)quality["rests_on"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basis=guess", "basis", "stored, events")]
    [InlineData("horizon_days=0", "horizon_days", "from 1 to 365")]
    [InlineData("every_days=91", "every_days", "from 1 to 90")]
    [InlineData("age_days=x", "age_days", "from 1 to 365")]
    [InlineData("recent_days=-1", "recent_days", "from 1 to 365")]
    [InlineData("by=hour", "by", "day, week, month")]
    [InlineData("from=yesterday", "from", "a date (2026-05-14)")]
    [InlineData("from=2026-05-14T10:00", "from", "offset")]
    [InlineData("to=2026-13-01", "to", "a date")]
    [InlineData("from=2999-01-01", "from", "in the past")]
    [InlineData("from=2024-02-02&to=2024-02-01", "from", "before to")]
    [InlineData("from=2020-01-01", "from", "at most 400 days")]
    [InlineData("model=b2b", "basis", "events")]
    [InlineData("goal=", "goal", "1 to 100 characters")]
    public async Task Quality_WrongParameter_IsAProblemWithFieldAndRange(string query, string field, string accepted)
    {
        var answer = await engine.Client.AdminAsync(HttpMethod.Get, $"scoring/quality?{query}");

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        var error = answer.Json["errors"]!.AsArray().Single()!;
        Assert.Equal(field, (string?)error["field"]);
        Assert.Contains(accepted, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_FunctionKey_IsNotEnough() =>
        Assert.Equal(401, (await engine.Client.GetAsync("/api/v1/admin/scoring/quality")).Status);

    private static string Day(int daysAgo) => DateTime.UtcNow.AddDays(-daysAgo).ToString("yyyy-MM-dd");

    private static JsonNode Segment(JsonNode group, string name) => group["segments"]!.AsArray().Single(one => (string?)one!["segment"] == name)!;

    private async Task<JsonNode> AskAsync(string query)
    {
        var answer = await engine.Client.AdminAsync(HttpMethod.Get, $"scoring/quality?{query}");
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Json;
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>When an event happened: ISO 8601 with an offset or unix milliseconds, from the year 2000 to 5 minutes ahead.</summary>
public sealed class TimestampTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId();

    [Theory]
    [InlineData("\"2026-05-14T09:30:00Z\"")]
    [InlineData("\"2026-05-14T09:30Z\"")]
    [InlineData("\"2026-05-14T09:30:00.123456Z\"")]
    [InlineData("\"2026-05-14T11:30:00+02:00\"")]
    [InlineData("\"2000-01-01T00:00:00Z\"")]
    [InlineData("946684800000")]
    public async Task Timestamp_AsDocumented_IsAccepted(string timestamp) => (await SendAsync(timestamp)).AssertOk();

    [Theory]
    [InlineData("\"2026-05-14T09:30:00\"")]
    [InlineData("\"2026-05-14\"")]
    [InlineData("\"1999-12-31T23:59:59Z\"")]
    [InlineData("\"2026-02-30T00:00:00Z\"")]
    [InlineData("\"2026-05-14T24:00:00Z\"")]
    [InlineData("\"2026-05-14T23:59:60Z\"")]
    [InlineData("\"2026-05-14T09:30:00+15:00\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"2199-12-31T23:59:59Z\"")]
    [InlineData("\"now\"")]
    [InlineData("\"\"")]
    [InlineData("946684799999")]
    [InlineData("1778750000")]
    [InlineData("1778750000000.5")]
    [InlineData("99999999999999999999999")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task Timestamp_Otherwise_IsRefusedByName(string timestamp) => (await SendAsync(timestamp)).AssertProblem(400, "timestamp");

    [Fact]
    public async Task Timestamp_LittleAhead_IsAcceptedAndMoreIsRefused()
    {
        (await SendAsync($"{DateTimeOffset.UtcNow.AddMinutes(4.5).ToUnixTimeMilliseconds()}")).AssertOk();
        (await SendAsync($"{DateTimeOffset.UtcNow.AddMinutes(5.5).ToUnixTimeMilliseconds()}")).AssertProblem(400, "timestamp");
    }

    [Theory]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Timestamp_Missing_IsTheTimeOfReceipt(string? timestamp)
    {
        (await SendAsync(timestamp)).AssertOk();

        var receipt = (await engine.Client.ScoreAsync(_user))["receipt"]!.AsArray();
        var views = receipt.Single(line => (string?)line!["factor"] == "page_views_last_7d")!;
        Assert.Equal(1m, (decimal)views["value"]!);
        Assert.InRange((double)views["age_seconds"]!, 0, 30);
    }

    [Fact]
    public async Task Timestamp_InDifferentNotations_IsTheSameInstant()
    {
        var at = DateTimeOffset.UtcNow.AddHours(-3);
        await SendAsync($"\"{at:yyyy-MM-ddTHH:mm:ss.fff}Z\"");
        await SendAsync($"\"{at.ToOffset(TimeSpan.FromHours(5.5)):yyyy-MM-ddTHH:mm:ss.fffzzz}\"");
        await SendAsync($"{at.ToUnixTimeMilliseconds()}");

        Assert.Equal(3m, await engine.Client.FactorAsync(_user, "page_views_last_7d"));
        Assert.Equal(0m, await engine.Client.FactorAsync(_user, "time_on_site_avg"));
        Assert.Equal(0m, await engine.Client.FactorAsync(_user, "return_visits"));
    }

    private Task<EngineResponse> SendAsync(string? timestamp)
    {
        var view = Sent.PageView(_user, "/");
        if (timestamp is null) view.Remove("timestamp");
        else view["timestamp"] = JsonNode.Parse(timestamp);
        return engine.Client.SendEventsAsync("rybbit", view.ToJsonString());
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Feedback;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Judging;

/// <summary>
/// An engine that gives every other person the popular list and explores on every third place, with a catalogue of which two circles
/// of readers know a third each, and sixty people who have seen most of the first circle's.
/// </summary>
public sealed class ComparedEngine : IAsyncLifetime
{
    private const int People = 60;

    private EngineProcess? _process;
    private Catalogue? _items;

    public EngineClient Client => _process!.Client;

    internal Catalogue Items => _items!;

    /// <summary>The same in each run, so that the groups are.</summary>
    public IReadOnlyList<string> Readers { get; } = [.. Enumerable.Range(0, People).Select(number => $"reader-{number}")];

    public async ValueTask InitializeAsync()
    {
        _process = await EngineProcess.StartAsync(
            null, ("recommendations__comparison_share", "0.5"), ("recommendations__explore_every", "3"));
        await Client.BecomeReadyAsync();
        _items = new Catalogue(Client);
        await Items.PutAsync(Enumerable.Range(0, 60));
        for (var reader = 0; reader < 10; reader++)
        {
            await Items.ViewAsync(Sent.NewId("one"), [.. Enumerable.Range(0, 20)]);
            await Items.ViewAsync(Sent.NewId("two"), [.. Enumerable.Range(20, 20)]);
        }

        foreach (var reader in Readers) await Items.ViewAsync(reader, [.. Enumerable.Range(0, 15)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    /// <summary>The whole answer of <c>recommend</c>.</summary>
    public async Task<JsonNode> ListAsync(string reader, string query = "") =>
        (await Client.GetAsync($"/api/v1/recommend/{reader}?n=9{query}")).AssertOk().Json;

    public async Task<JsonNode> MetricsAsync() => (await Client.AdminAsync(HttpMethod.Get, "metrics/recommendations")).AssertOk().Json;

    /// <summary>Reports the whole list as shown, and its first so many items as clicked.</summary>
    internal async Task ReportAsync(JsonNode list, int clicks)
    {
        var id = (string)list["recommend_id"]!;
        var items = list["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!).ToList();
        var statuses = (await Client.ReportAsync([
            .. items.Select(item => Reported.Item("impression", id, item)),
            .. items.Take(clicks).Select(item => Reported.Item("click", id, item)),
        ])).Statuses();
        Assert.All(statuses, status => Assert.Equal("accepted", status));
    }

    public static IReadOnlyList<string> SourcesOf(JsonNode list) =>
        [.. list["recommendations"]!.AsArray().Select(item => (string)item!["source"]!)];
}

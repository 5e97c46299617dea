using System.Text.Json.Nodes;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>Reads all a Gorse knows, page by page as its interface gives it.</summary>
internal sealed class GorseReader : IDisposable
{
    private const int PageSize = 5000;

    private readonly HttpClient _http;

    public GorseReader(GorseServer server)
    {
        _http = new HttpClient { BaseAddress = server.Url };
        _http.DefaultRequestHeaders.Add("X-API-Key", server.ApiKey);
    }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async Task<SortedDictionary<string, JsonNode>> UsersAsync() => ById(await ReadAsync("users", "Users"), "UserId");

    public async Task<SortedDictionary<string, JsonNode>> ItemsAsync() => ById(await ReadAsync("items", "Items"), "ItemId");

    /// <summary>Strength and last act by person and item.</summary>
    public async Task<Dictionary<(string User, string Item), (double Strength, DateTimeOffset At)>> InterestsAsync()
    {
        var rows = await ReadAsync("feedback", "Feedback");
        Assert.All(rows, row => Assert.Equal("interest", (string)row["FeedbackType"]!));
        return rows.ToDictionary(
            row => ((string)row["UserId"]!, (string)row["ItemId"]!),
            row => ((double)row["Value"]!, DateTimeOffset.Parse((string)row["Timestamp"]!, null)));
    }

    public void Dispose() => _http.Dispose();

    private async Task<List<JsonNode>> ReadAsync(string path, string name)
    {
        List<JsonNode> rows = [];
        var cursor = "";
        do
        {
            var page = JsonNode.Parse(await _http.GetStringAsync($"/api/{path}?n={PageSize}&cursor={Uri.EscapeDataString(cursor)}", Ending))!;
            rows.AddRange(page[name]!.AsArray().OfType<JsonNode>());
            cursor = (string)page["Cursor"]!;
        }
        while (cursor.Length > 0);
        return rows;
    }

    private static SortedDictionary<string, JsonNode> ById(List<JsonNode> rows, string key) =>
        new(rows.ToDictionary(row => (string)row[key]!), StringComparer.Ordinal);
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Demo.Documents;

/// <summary>The few calls of the administration interface that commands need.</summary>
/// <param name="http">With the engine's address as its base address.</param>
/// <param name="masterKey">Sent as <c>x-functions-key</c>.</param>
internal sealed class AdminClient(HttpClient http, string masterKey)
{
    /// <summary>The names of all documents in a collection, page by page.</summary>
    public async Task<Outcome<HashSet<string>>> NamesAsync(string collection, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = cursor is null ? collection : $"{collection}?cursor={Uri.EscapeDataString(cursor)}";
            var answer = await SendAsync(HttpMethod.Get, page, null, null, cancellation);
            if (!answer.TryGet(out var got, out var failure)) return new Failure(failure);
            foreach (var item in got.Body?["items"] as JsonArray ?? [])
            {
                if (item?["name"]?.GetValue<string>() is { } name) names.Add(name);
            }

            cursor = got.Body?["next_cursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        return names;
    }

    public Task<Outcome<AdminAnswer>> CreateAsync(string collection, JsonNode document, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, collection, document, null, cancellation);

    /// <summary>Asks for something to be worked out, which may take as long as the client waits.</summary>
    public Task<Outcome<AdminAnswer>> AskAsync(string path, JsonNode question, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, question, null, cancellation);

    /// <param name="etag">Of the version to replace, as the engine gave it.</param>
    public Task<Outcome<AdminAnswer>> ReplaceAsync(
        string path, JsonNode document, string? etag, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, path, document, etag, cancellation);

    private async Task<Outcome<AdminAnswer>> SendAsync(
        HttpMethod method, string path, JsonNode? document, string? etag, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-functions-key", masterKey);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
        if (document is not null) request.Content = JsonContent.Create(document);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await ReadAsync(response, cancellation);
            if (response.IsSuccessStatusCode)
                return new AdminAnswer(body, response.Headers.ETag?.ToString(), response.Headers.Location);
            var reason = body?["detail"]?.ToString() ?? body?["title"]?.ToString() ?? response.ReasonPhrase;
            return new Failure($"{method} {path}: {(int)response.StatusCode} {reason}");
        }
        catch (HttpRequestException failure)
        {
            return new Failure($"{method} {path}: {failure.Message}");
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonNode.ParseAsync(body, null, default, cancellation) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

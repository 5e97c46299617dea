using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <summary>A client that sends keys, and looks at every header it gets.</summary>
internal static class KeyedClient
{
    private static readonly HttpClient Http = new();

    public static string NewKey() => $"key-{Guid.CreateVersion7():N}";

    public static Task<KeyedAnswer> AdminAsync(
        this EngineProcess engine, HttpMethod method, string path, string? json, string? key, params (string Name, string Value)[] headers) =>
        SendAsync(engine, method, $"/api/v1/admin/{path}", json, key, [("x-functions-key", EngineProcess.MasterKey), .. headers]);

    public static async Task<KeyedAnswer> SendAsync(
        this EngineProcess engine, HttpMethod method, string path, string? json, string? key, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(engine.Client.Address, path));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);
        return new KeyedAnswer((int)response.StatusCode, all, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Talks to the engine as frontends, senders and marketers do.</summary>
public sealed class EngineClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public Uri Address => address;

    /// <summary>A request with the function key.</summary>
    public Task<EngineResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, EngineProcess.FunctionKey);

    /// <summary>A request with the function key.</summary>
    public Task<EngineResponse> PostAsync(string path, string json = "") => SendAsync(HttpMethod.Post, path, json, EngineProcess.FunctionKey);

    /// <summary>A request with the master key.</summary>
    public Task<EngineResponse> AdminAsync(HttpMethod method, string path, string? json = null, string? ifMatch = null) =>
        SendAsync(method, $"/api/v1/admin/{path}", json, EngineProcess.MasterKey, ifMatch);

    /// <summary>Events with a right signature made now.</summary>
    public Task<EngineResponse> SendEventsAsync(string source, string body, string? messageId = null)
    {
        var id = messageId ?? $"msg_{Guid.CreateVersion7()}";
        var timestamp = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
        var request = Webhook(source, Encoding.UTF8.GetBytes(body));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign(EngineProcess.Secret, id, timestamp, body));
        return SendAsync(request);
    }

    /// <summary>Events with a right signature, of which none may be refused.</summary>
    public async Task AcceptEventsAsync(string source, params IEnumerable<JsonObject> events)
    {
        var answer = await SendEventsAsync(source, new JsonArray([.. events]).ToJsonString());
        Assert.True(answer.Status == 200 && (int)answer.Json["refused"]! == 0, answer.Body);
    }

    public static HttpRequestMessage Webhook(string source, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/webhook/{source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    public static string Sign(string secret, string id, string timestamp, string body)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";
    }

    public async Task<EngineResponse> SendAsync(HttpMethod method, string path, string? json, string? key, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("x-functions-key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await SendAsync(request);
    }

    public async Task<EngineResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new EngineResponse(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.Tag,
            response.Headers.Location?.ToString());
    }

    public void Dispose() => _http.Dispose();
}

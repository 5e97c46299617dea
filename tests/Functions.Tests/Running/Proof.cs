using System.Text;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>The headers a sender proves itself with; each may be left out.</summary>
internal sealed record Proof(string? Id = null, string? Timestamp = null, string? Signature = null, string? Token = null)
{
    public static Proof OfToken { get; } = new(Token: EngineProcess.Token);

    /// <param name="clock">How far the sender's clock is off.</param>
    public static Proof Signed(string body, string secret = EngineProcess.Secret, TimeSpan clock = default)
    {
        var id = $"msg_{Guid.CreateVersion7()}";
        var timestamp = $"{DateTimeOffset.UtcNow.Add(clock).ToUnixTimeSeconds()}";
        return new Proof(id, timestamp, EngineClient.Sign(secret, id, timestamp, body));
    }

    public Task<EngineResponse> SendAsync(EngineClient client, string source, string body) =>
        SendAsync(client, source, Encoding.UTF8.GetBytes(body));

    public Task<EngineResponse> SendAsync(EngineClient client, string source, byte[] body)
    {
        var request = EngineClient.Webhook(source, body);
        Add("webhook-id", Id);
        Add("webhook-timestamp", Timestamp);
        Add("webhook-signature", Signature);
        Add("x-webhook-token", Token);
        return client.SendAsync(request);

        void Add(string name, string? value)
        {
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

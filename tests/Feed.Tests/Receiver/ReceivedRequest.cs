using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Receiver;

/// <summary>A request as it arrived, stored or not.</summary>
public sealed class ReceivedRequest(HttpRequest request, byte[] body)
{
    public string Path { get; } = request.Path;
    public string Id { get; } = request.Headers["webhook-id"].ToString();
    public string Timestamp { get; } = request.Headers["webhook-timestamp"].ToString();
    public byte[] Body => body;
    public int Events { get; } = body.Count(character => character == '\n');
}

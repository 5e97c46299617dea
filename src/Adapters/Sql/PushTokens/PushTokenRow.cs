using PersonalizationEngine.Engine.Delivery.PushTokens;

namespace PersonalizationEngine.Adapters.Sql.PushTokens;

internal sealed record PushTokenRow
{
    public required string Token { get; init; }
    public required string PersonId { get; init; }
    public required string Platform { get; init; }
    public required long RegisteredAt { get; init; }
    public required long SeenAt { get; init; }

    public PushToken ToToken() => new(Token, PersonId, Platform, UnixMilliseconds.Read(RegisteredAt), UnixMilliseconds.Read(SeenAt));
}

namespace PersonalizationEngine.Engine.Delivery.PushTokens;

/// <summary>An app or a browser that somebody can be reached at.</summary>
/// <param name="Platform">One of <see cref="PushPlatforms"/>.</param>
/// <param name="SeenAt">When it was last registered; the apps do so again and again.</param>
public sealed record PushToken(string Token, string PersonId, string Platform, DateTimeOffset RegisteredAt, DateTimeOffset SeenAt)
{
    public const int MaxLength = 255;

    /// <summary>A person has no more; the one not heard of for longest makes room.</summary>
    public const int MostPerPerson = 20;
}

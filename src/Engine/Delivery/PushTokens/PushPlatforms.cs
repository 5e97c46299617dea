namespace PersonalizationEngine.Engine.Delivery.PushTokens;

/// <summary>Where push messages are shown; each wants them told in its own way.</summary>
public static class PushPlatforms
{
    public const string Android = "android", Ios = "ios", Web = "web";

    public static IReadOnlyList<string> All { get; } = [Android, Ios, Web];
}

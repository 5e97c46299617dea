namespace PersonalizationEngine.Core.Profiles;

/// <summary>The ways to reach a person.</summary>
public static class Channels
{
    public const string Website = "website";

    public const string Email = "email", Sms = "sms", Push = "push";

    /// <summary>Channels that go to an address of the person and therefore need that channel's consent.</summary>
    public static IReadOnlyList<string> Addressed { get; } = [Email, Sms, Push];

    public static IReadOnlyList<string> All { get; } = [Website, .. Addressed];
}

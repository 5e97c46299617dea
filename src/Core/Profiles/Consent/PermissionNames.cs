namespace PersonalizationEngine.Core.Profiles.Consent;

public static class PermissionNames
{
    /// <summary>The permission that a purpose, or the channel of that name, needs; none for one that needs none, as the website.</summary>
    public static Permissions Of(string purpose) => purpose switch
    {
        Purposes.Analytics => Permissions.Analytics,
        Purposes.Personalization => Permissions.Personalization,
        "email" => Permissions.Email,
        "sms" => Permissions.Sms,
        "push" => Permissions.Push,
        _ => Permissions.None,
    };

    public static bool Allow(this Permissions permissions, Permissions needed) => (permissions & needed) == needed;

    /// <summary>
    /// Whether a message may go out by a channel. Asked when a rule requests it, and to be asked again before it is sent: people
    /// change their minds in between.
    /// </summary>
    public static bool MaySend(this Permissions permissions, string channel) => permissions.Allow(Of(channel));
}

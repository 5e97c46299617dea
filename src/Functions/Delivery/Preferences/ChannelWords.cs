namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>Channels as people call them.</summary>
internal static class ChannelWords
{
    public static string Of(string channel) => channel switch
    {
        "sms" => "text message",
        "push" => "push message",
        "website" => "the website",
        _ => "email",
    };

    /// <summary>At the head of a column.</summary>
    public static string Title(string channel) => channel switch
    {
        "sms" => "SMS",
        "push" => "Push",
        "website" => "Website",
        _ => "Email",
    };
}

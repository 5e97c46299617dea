using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates;

/// <summary>What marketers read for the names in a template.</summary>
internal static class TemplateLabels
{
    public static string Channel(string channel) => channel switch
    {
        "email" => "Email",
        "sms" => "SMS",
        "push" => "Push message",
        "website" => "Message on the website",
        _ => channel,
    };

    public static string Part(string channel, string part) => (channel, part) switch
    {
        ("email", ChannelParts.Text) => "Plain text",
        (_, ChannelParts.Subject) => "Subject",
        (_, ChannelParts.Preheader) => "Preheader",
        (_, ChannelParts.Html) => "HTML",
        (_, ChannelParts.Text) => "Text",
        (_, ChannelParts.Title) => "Title",
        (_, ChannelParts.Body) => "Body",
        (_, ChannelParts.Url) => "Address it leads to",
        (_, ChannelParts.ImageUrl) => "Address of a picture",
        (_, ChannelParts.Data) => "Further fields",
        _ => part,
    };

    /// <summary>The same behind other words.</summary>
    public static string PartWithin(string channel, string part) => part == ChannelParts.Html ? Part(channel, part) : Part(channel, part).ToLowerInvariant();

    public static string? Hint(string channel, string part) => (channel, part) switch
    {
        ("email", ChannelParts.Text) => "May be empty: then it is made of the HTML.",
        (_, ChannelParts.Preheader) => "What mail programs show beside the subject; may be empty.",
        (_, ChannelParts.Html) => "Values put in are shown as text, and cannot be markup.",
        (_, ChannelParts.Url or ChannelParts.ImageUrl) => "May be empty; begins with https:// or the like once it is rendered.",
        _ => null,
    };
}

using System.Net;
using System.Text;
using PersonalizationEngine.Engine.Delivery.Preferences;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>The markup of the page on which somebody chooses what they get.</summary>
internal static class PreferencePage
{
    public const string StopAll = "stop_all", Save = "save";

    /// <summary>The names of its fields.</summary>
    public static string Field(string channel) => $"channel.{channel}";

    public static string Field(string topic, string channel) => $"topic.{topic}.{channel}";

    public static string Of(PersonPreferences preferences, string? said)
    {
        var page = new StringBuilder("<h1>What would you like to get?</h1>");
        if (said is not null) page.Append("<section class=\"note\" role=\"status\"><p>").Append(Text(said)).Append("</p></section>");
        page.Append("<form method=\"post\">");
        AppendChannels(page, preferences);
        foreach (var topic in preferences.Topics) AppendTopic(page, topic);
        return page.Append($"<div class=\"actions\"><button type=\"submit\" name=\"{Save}\" value=\"1\">Save</button>")
            .Append($"<button class=\"plain\" type=\"submit\" name=\"{StopAll}\" value=\"1\">Stop all marketing</button></div></form>").ToString();
    }

    private static void AppendChannels(StringBuilder page, PersonPreferences preferences)
    {
        page.Append("<fieldset><legend>How we may write to you</legend><div class=\"choices\">");
        foreach (var (channel, allowed) in preferences.Channels)
        {
            var address = preferences.Address.TryGetValue(channel, out var masked) ? $" <span class=\"soft\">{Text(masked)}</span>" : "";
            page.Append(Box(Field(channel), allowed, ChannelWords.Title(channel), address));
        }

        page.Append("</div></fieldset>");
    }

    private static void AppendTopic(StringBuilder page, TopicPreference one)
    {
        page.Append("<fieldset><legend>").Append(Text(one.Topic.Name)).Append("</legend>");
        if (one.Topic.Description is { Length: > 0 } description) page.Append("<p class=\"soft\">").Append(Text(description)).Append("</p>");
        if (one.Topic.IsCritical) page.Append("<p>You always get these: they are about your own affairs.</p>");
        else
        {
            page.Append("<div class=\"choices\">");
            foreach (var (channel, allowed) in one.Channels) page.Append(Box(Field(one.Topic.Key, channel), allowed, ChannelWords.Title(channel), ""));
            page.Append("</div>");
        }

        page.Append("</fieldset>");
    }

    private static string Box(string name, bool isOn, string label, string after) =>
        $"<label><input type=\"checkbox\" name=\"{Text(name)}\" value=\"on\"{(isOn ? " checked" : "")}><span>{Text(label)}{after}</span></label>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

using System.Net;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>The markup of the way out.</summary>
internal static class UnsubscribePage
{
    /// <param name="subject">What would come no more.</param>
    /// <param name="address">With most of it hidden; null when it is not known.</param>
    public static string Ask(string subject, string? address, string? preferences) =>
        $"<h1>Unsubscribe?</h1><section><p>You would get no more <strong>{Text(subject)}</strong>{(address is null ? "" : $" at {Text(address)}")}.</p>"
        + "<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">"
        + $"<div class=\"actions\"><button type=\"submit\">Unsubscribe</button></div></form></section>{Choose(preferences)}";

    /// <param name="topic">Null when it was the whole channel.</param>
    public static string Done(string? topic, string channel, string? preferences) =>
        "<h1>You are unsubscribed</h1><section class=\"note\" role=\"status\">"
        + $"<p>You get no more <strong>{Text(topic ?? "messages")}</strong> by {Text(channel)}. What is on its way already may still arrive.</p></section>{Choose(preferences)}";

    private static string Choose(string? preferences) =>
        preferences is null ? "" : $"<p><a href=\"{Text(preferences)}\">Choose what you get, and how</a></p>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

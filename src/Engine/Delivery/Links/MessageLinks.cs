namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>The links of ours that messages have in them.</summary>
public sealed class MessageLinks(LinkTokens tokens, LinkOptions options)
{
    private const string Click = "/c/", Open = "/o/", Leave = "/u/", Choose = "/preferences/";

    /// <summary>Longer ones stay as they are: mail programs and phones cut them.</summary>
    private const int LongestTracked = 2000;

    private static readonly string[] Own = [Click, Open, Leave, Choose];

    /// <summary>Whether people can reach us at all.</summary>
    public bool AreReachable => options.PublicUrl is not null;

    public bool TracksOpens => options.TracksOpens;

    public bool Tracks(string channel) => options.Tracked.Contains(channel);

    /// <summary>Null when people cannot reach us.</summary>
    public string? Unsubscribe(PersonLink link) => Of(Leave, link);

    /// <summary>As with <see cref="Unsubscribe"/>.</summary>
    public string? Preferences(PersonLink link) => Of(Choose, link);

    /// <summary>Null when people cannot reach us, or the message has no id that links can name.</summary>
    public string? Picture(string? messageId) =>
        options.PublicUrl is { } home && LinkTokens.CanName(messageId) ? home + Open + tokens.WriteOpened(messageId!) : null;

    /// <summary>The way to an address that is counted; the address itself when it cannot be, or is one of ours.</summary>
    public string Tracked(string url, string messageId)
    {
        if (options.PublicUrl is not { } home || url.Length > LongestTracked || !IsWeb(url) || IsOwn(url, home)) return url;
        return home + Click + tokens.Write(new TrackedLink(messageId, url));
    }

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    private static bool IsOwn(string url, string home) =>
        url.StartsWith(home, StringComparison.Ordinal) && Own.Any(own => url.AsSpan(home.Length).StartsWith(own, StringComparison.Ordinal));

    private string? Of(string path, PersonLink link) => options.PublicUrl is { } home ? home + path + tokens.Write(link) : null;
}

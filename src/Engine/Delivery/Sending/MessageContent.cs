namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>What is said on one channel, rendered for one person. Which parts are there depends on the channel.</summary>
/// <param name="Text">The text of an SMS or a push message, the plain part of an email, the body of a message on the website.</param>
public sealed record MessageContent(string Text)
{
    /// <summary>Of an email: its subject line; of a push message or one on the website: its title.</summary>
    public string? Subject { get; init; }

    /// <summary>Of an email.</summary>
    public string? Html { get; init; }

    /// <summary>Where a push message or one on the website leads.</summary>
    public string? Url { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>What an app or a website is told besides.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers of an email, as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

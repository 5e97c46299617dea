namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>What an answer to somebody carries of their inbox.</summary>
/// <param name="Messages">The newest that are unread, at most <see cref="Most"/>.</param>
/// <param name="Unread">How many are unread in all.</param>
public sealed record InboxGlance(IReadOnlyList<InboxMessage> Messages, int Unread)
{
    public const int Most = 5;

    public static InboxGlance Empty { get; } = new([], 0);

    /// <summary>Without what has expired since it was read; most often itself.</summary>
    public InboxGlance At(DateTimeOffset now)
    {
        var expired = 0;
        for (var i = 0; i < Messages.Count; i++)
            if (Messages[i].ExpiresAt <= now) expired++;
        return expired == 0 ? this : new InboxGlance([.. Messages.Where(message => !(message.ExpiresAt <= now))], Unread - expired);
    }
}

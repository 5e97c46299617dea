using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>What waits for somebody on the website, at a glance.</summary>
/// <param name="Unread">How many messages are unread in all.</param>
/// <param name="Messages">The newest unread ones, at most 5.</param>
internal sealed record InboxGlanceAnswer(int Unread, IReadOnlyList<InboxMessageAnswer> Messages)
{
    private static readonly InboxGlanceAnswer Nothing = new(0, []);

    public static InboxGlanceAnswer Of(InboxGlance glance) =>
        glance.Unread == 0 ? Nothing : new InboxGlanceAnswer(glance.Unread, [.. glance.Messages.Select(InboxMessageAnswer.Of)]);
}

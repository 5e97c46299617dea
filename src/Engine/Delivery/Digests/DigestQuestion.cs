using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Delivery.Digests;

/// <summary>A message that wants to join the open window of its person and topic.</summary>
/// <param name="WindowOf">Pure: the window for an instant, by the newest that there is.</param>
/// <param name="Plan">Pure: the message that a window becomes.</param>
public sealed record DigestQuestion(
    DueMessage Due, string Topic, DateTimeOffset Now, Func<DateTimeOffset, DigestWindow?, DigestWindow> WindowOf, Func<DigestWindow, PlannedMessage> Plan);

using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <param name="Decided">Those a decision was made about, stored already.</param>
/// <param name="Refused">Those that nothing could be decided about, to be stored.</param>
public sealed record RoutedMessages(IReadOnlyList<RoutedMessage> Decided, IReadOnlyList<MessageOutcome> Refused);

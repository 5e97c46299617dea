using PersonalizationEngine.Core.Delivery;

namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>What was decided about a message. One that is to be sent has its send reserved.</summary>
public sealed record ReservedSend(DueMessage Due, Message Message, Recipient Recipient, RoutingDecision Decision);

using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <param name="Data">What its template can call <c>data</c>.</param>
public sealed record RoutedMessage(ReservedSend Reserved, KnownRecipient Recipient, IMessageTemplate Template, AttributeMap Data);

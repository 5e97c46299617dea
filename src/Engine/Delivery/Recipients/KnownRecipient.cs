using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Recipients;

/// <param name="Attributes">What templates can say of them, as far as they allow their data to be used.</param>
public sealed record KnownRecipient(Recipient Recipient, AttributeMap Attributes);

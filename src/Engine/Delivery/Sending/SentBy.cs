namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <param name="Provider">The one that answered, the last one asked.</param>
public readonly record struct SentBy(string Provider, ProviderAnswer Answer);

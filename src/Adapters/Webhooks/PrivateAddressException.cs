namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>A name leads into a private network, where we do not go for strangers.</summary>
internal sealed class PrivateAddressException() : Exception("The address is not a public one.");

namespace PersonalizationEngine.Core.Delivery.Reach;

/// <param name="Verified">Whether the person has shown that it is theirs; null is not known.</param>
public sealed record EmailAddress(string Address, bool? Verified = null);

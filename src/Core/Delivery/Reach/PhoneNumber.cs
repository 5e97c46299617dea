namespace PersonalizationEngine.Core.Delivery.Reach;

/// <param name="E164">As <c>+4915112345678</c>; null where the number could not be read as one.</param>
/// <param name="Raw">As the CDP holds it. Never dialled.</param>
public sealed record PhoneNumber(string? E164, string? Raw = null);

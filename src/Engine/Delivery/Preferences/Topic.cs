namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>What messages are about, as people choose by it.</summary>
/// <param name="Key">1 to 64 characters: a-z, 0-9, _ and -.</param>
/// <param name="Name">As people read it.</param>
/// <param name="IsOn">For whoever said nothing. Consent to the channel is needed all the same.</param>
/// <param name="Channels">That its messages go by and people can choose.</param>
/// <param name="IsCritical">Nobody can switch it off: a receipt, a password, a warning.</param>
public sealed record Topic(string Key, string Name, string? Description, bool IsOn, IReadOnlyList<string> Channels, bool IsCritical);

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Phone numbers as people write them.</summary>
public interface IPhoneNumbers
{
    /// <param name="country">ISO 3166-1 alpha-2, in any case, for numbers without a country's prefix; null when it is not known.</param>
    /// <returns>E.164, as in <c>+4930123456</c>; null when it is no number that exists anywhere.</returns>
    string? ToE164(string text, string? country);
}

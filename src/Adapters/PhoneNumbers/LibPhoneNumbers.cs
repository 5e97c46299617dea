using PersonalizationEngine.Engine.Ports;
using PhoneNumbers;

namespace PersonalizationEngine.Adapters.PhoneNumbers;

/// <summary>Google's table of the world's numbering plans.</summary>
public sealed class LibPhoneNumbers : IPhoneNumbers
{
    private const int LongestText = 40;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    public string? ToE164(string text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) return null;
        try
        {
            var number = Plans.Parse(text, country is { Length: 2 } ? country.ToUpperInvariant() : null);
            return Plans.IsValidNumber(number) ? Plans.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

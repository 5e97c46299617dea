namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>Where a message goes, in the one form it is kept and compared in.</summary>
/// <param name="Address">An email address in lower case, a phone number as E.164, a push token as it is.</param>
public readonly record struct ChannelAddress(string Channel, string Address)
{
    public const int MaxLength = 255;

    /// <summary>Shorter ones are numbers only within a network, and longer ones none at all.</summary>
    private const int FewestDigits = 7, MostDigits = 15;

    /// <summary>What is accepted, by channel.</summary>
    public static string Accepted(string channel) => channel switch
    {
        "email" => "must be an email address of at most 254 characters",
        "sms" => "must be a phone number with its country, as in +4915112345678",
        _ => $"must be a push token of at most {MaxLength} characters",
    };

    /// <returns>Null when the channel has no such addresses.</returns>
    public static ChannelAddress? Of(string channel, string? address)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > MaxLength || trimmed.Any(char.IsControl)) return null;
        return channel switch
        {
            "email" => IsEmail(trimmed) ? new ChannelAddress(channel, trimmed.ToLowerInvariant()) : null,
            "sms" => Phone(trimmed) is { } phone ? new ChannelAddress(channel, phone) : null,
            "push" => new ChannelAddress(channel, trimmed),
            _ => null,
        };
    }

    private static bool IsEmail(string address)
    {
        const int Longest = 254;
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.Length <= Longest && !address.Any(char.IsWhiteSpace);
    }

    private static string? Phone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var isInternational = number[0] == '+' || number.StartsWith("00", StringComparison.Ordinal);
        if (number.Any(character => !char.IsAsciiDigit(character) && character is not ('+' or ' ' or '-' or '.' or '/' or '(' or ')'))) return null;
        if (number[0] != '+') digits = digits[Math.Min(2, digits.Length)..];
        return isInternational && digits.Length is >= FewestDigits and <= MostDigits && digits[0] != '0' ? $"+{digits}" : null;
    }
}

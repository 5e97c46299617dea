namespace PersonalizationEngine.Core.Delivery.Reach;

/// <summary>Whether a text can be an address at all. What it belongs to only sending shows.</summary>
public static class AddressForm
{
    /// <summary>ITU E.164: a plus, then 7 to 15 digits, of which the first is not 0.</summary>
    public static bool IsPhone(string text) =>
        text.Length is >= 8 and <= 16 && text[0] == '+' && text[1] != '0' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>
    /// One <c>@</c> with something on either side, a dot inside of what follows, at most 254 characters (RFC 5321), no space and
    /// no control character: a line break could write headers.
    /// </summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || text.Length > 254 || text.LastIndexOf('@') != at || text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))) return false;
        var domain = text.AsSpan(at + 1);
        return domain.Contains('.') && domain[0] != '.' && domain[^1] != '.';
    }
}

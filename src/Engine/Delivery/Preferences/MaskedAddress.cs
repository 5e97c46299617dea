namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>Enough of an address to know one's own, and not enough to learn another's.</summary>
public static class MaskedAddress
{
    private const string Hidden = "•••";

    public static string OfEmail(string email)
    {
        var at = email.LastIndexOf('@');
        if (at < 1) return Hidden;
        var dot = email.LastIndexOf('.');
        var end = dot > at + 1 ? email[dot..] : "";
        return $"{First(email)}{Hidden}@{First(email[(at + 1)..])}{Hidden}{end}";
    }

    public static string OfPhone(string phone)
    {
        const int Shown = 2, Fewest = 6;
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length < Fewest ? Hidden : Hidden + digits[^Shown..];
    }

    private static string First(string text) => char.IsSurrogate(text[0]) ? "" : text[..1];
}

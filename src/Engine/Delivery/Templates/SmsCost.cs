namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What a text costs as an SMS.</summary>
/// <param name="Encoding"><c>gsm-7</c> or <c>ucs-2</c>.</param>
/// <param name="Units">Septets, or 16-bit units.</param>
public sealed record SmsCost(string Encoding, int Units, int Segments)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    public static SmsCost Of(string text)
    {
        const int Septets = 160, SeptetsOfPart = 153, Units = 70, UnitsOfPart = 67;
        if (text.All(character => Basic.Contains(character, StringComparison.Ordinal) || Extended.Contains(character, StringComparison.Ordinal)))
        {
            var septets = text.Sum(character => Extended.Contains(character, StringComparison.Ordinal) ? 2 : 1);
            return new SmsCost("gsm-7", septets, Parts(septets, Septets, SeptetsOfPart));
        }

        return new SmsCost("ucs-2", text.Length, Parts(text.Length, Units, UnitsOfPart));
    }

    private static int Parts(int length, int single, int part) => length <= single ? 1 : (length + part - 1) / part;
}

using System.Buffers;

namespace PersonalizationEngine.Core.Delivery.Texts;

/// <summary>The default alphabet and its extension, of GSM 03.38 (3GPP TS 23.038, 6.2.1).</summary>
internal static class GsmAlphabet
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    /// <summary>Sent as an escape and one more.</summary>
    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>1 or 2; 0 for what it does not have.</summary>
    public static int UnitsOf(char letter) => Basic.Contains(letter) ? 1 : Extension.Contains(letter) ? 2 : 0;
}

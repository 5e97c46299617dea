using System.Text;

namespace PersonalizationEngine.Core.Delivery.Texts;

/// <summary>
/// What a text costs as a short message. One message takes 160 characters of GSM-7 or 70 of UCS-2; a longer text goes in
/// segments of 153 or 67, the rest being the header that joins them (3GPP TS 23.040, 9.2.3.24.1). No character that takes two
/// units is split over segments, so that some may be one unit short.
/// </summary>
/// <param name="Units">Characters as the encoding counts them.</param>
/// <param name="Segments">The text cut where the segments end; none of an empty text.</param>
/// <param name="OutsideGsm">The different characters that make it UCS-2, in the order they come: a dash or a quotation mark less may halve the price.</param>
public sealed record SmsText(SmsEncoding Encoding, int Units, IReadOnlyList<string> Segments, IReadOnlyList<string> OutsideGsm)
{
    public static SmsText Of(string text)
    {
        var outside = OutsideOf(text);
        var encoding = outside.Count == 0 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        var units = 0;
        for (var index = 0; index < text.Length; index += LengthAt(text, index)) units += UnitsAt(text, index, encoding);
        var (alone, joined) = encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
        return new SmsText(encoding, units, text.Length == 0 ? [] : units <= alone ? [text] : Cut(text, encoding, joined), outside);
    }

    private static List<string> Cut(string text, SmsEncoding encoding, int most)
    {
        var segments = new List<string>();
        var (start, filled) = (0, 0);
        for (var index = 0; index < text.Length; index += LengthAt(text, index))
        {
            var units = UnitsAt(text, index, encoding);
            if (filled + units > most)
            {
                segments.Add(text[start..index]);
                (start, filled) = (index, 0);
            }

            filled += units;
        }

        segments.Add(text[start..]);
        return segments;
    }

    private static List<string> OutsideOf(string text)
    {
        var outside = new List<string>();
        for (var index = 0; index < text.Length; index += LengthAt(text, index))
        {
            if (GsmAlphabet.UnitsOf(text[index]) > 0) continue;
            var letter = text.Substring(index, LengthAt(text, index));
            if (!outside.Contains(letter, StringComparer.Ordinal)) outside.Add(letter);
        }

        return outside;
    }

    private static int UnitsAt(string text, int index, SmsEncoding encoding) =>
        encoding == SmsEncoding.Gsm7 ? GsmAlphabet.UnitsOf(text[index]) : LengthAt(text, index);

    /// <summary>2 for a surrogate pair; half of one stands alone.</summary>
    private static int LengthAt(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
}

using PersonalizationEngine.Core.Delivery.Texts;

namespace PersonalizationEngine.Functions.Admin.Templates;

/// <summary>What a text costs as an SMS.</summary>
/// <param name="Encoding"><c>gsm-7</c> or <c>ucs-2</c>.</param>
/// <param name="Units">Characters as the encoding counts them.</param>
/// <param name="Segments">That are paid for.</param>
/// <param name="OutsideGsm">The characters that make it UCS-2.</param>
internal sealed record SmsCostAnswer(string Encoding, int Units, int Segments, IReadOnlyList<string> OutsideGsm)
{
    public static SmsCostAnswer Of(SmsText text) =>
        new(text.Encoding == SmsEncoding.Gsm7 ? "gsm-7" : "ucs-2", text.Units, text.Segments.Count, text.OutsideGsm);
}

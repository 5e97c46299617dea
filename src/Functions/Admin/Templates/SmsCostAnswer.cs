namespace PersonalizationEngine.Functions.Admin.Templates;

/// <param name="Encoding"><c>gsm-7</c> or <c>ucs-2</c>.</param>
/// <param name="Units">Septets, or 16-bit units.</param>
/// <param name="Segments">That are paid for.</param>
internal sealed record SmsCostAnswer(string Encoding, int Units, int Segments);

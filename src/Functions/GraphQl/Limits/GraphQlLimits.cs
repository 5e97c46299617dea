namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <summary>How much one GraphQL request may ask, from the settings.</summary>
/// <param name="Introspection">Whether the schema may be read. Default true.</param>
/// <param name="MaxDepth">Fields below one another, fragments unfolded, 3 to 50. Default 15, which is what tools need to read the schema.</param>
/// <param name="MaxFields">Fields of a document, fragments unfolded wherever they stand, 10 to 10,000. Default 500.</param>
/// <param name="MaxTokens">Words and signs of a document, 100 to 100,000. Default 5,000.</param>
/// <param name="MaxCost">Objects an answer may take; one below a list counts as often as the list is long, 10 to 1,000,000. Default 5,000.</param>
/// <param name="MaxPageSize">Entries of a page, 1 to 500. Default 100.</param>
/// <param name="MaxDocumentKilobytes">1 to 1,024. Default 64; variables may have four times as much.</param>
/// <param name="Timeout">1 s to 5 min. Default 10 s.</param>
internal sealed record GraphQlLimits(
    bool Introspection, int MaxDepth, int MaxFields, int MaxTokens, int MaxCost, int MaxPageSize, int MaxDocumentKilobytes, TimeSpan Timeout)
{
    public static GraphQlLimits Default { get; } = new(true, 15, 500, 5_000, 5_000, 100, 64, TimeSpan.FromSeconds(10));

    public int MaxDocumentBytes => MaxDocumentKilobytes * 1024;

    /// <summary>Of a request, its variables included.</summary>
    public int MaxRequestBytes => 5 * MaxDocumentBytes;
}

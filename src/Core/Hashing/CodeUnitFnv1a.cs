namespace PersonalizationEngine.Core.Hashing;

/// <summary>
/// <see cref="Fnv1a"/> over UTF-16 code units instead of UTF-8, as SDKs for JavaScript and C# compute it. The same for ASCII.
/// </summary>
public static class CodeUnitFnv1a
{
    internal const uint Prime = 0x01000193;

    public static uint Hash(ReadOnlySpan<char> text) => Continue(Fnv1a.OffsetBasis, text);

    /// <summary>The hash of what was hashed before followed by the text.</summary>
    public static uint Continue(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text) hash = unchecked((hash ^ unit) * Prime);
        return hash;
    }
}

namespace PersonalizationEngine.Functions.Http;

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Where to go on; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <param name="found">One more than the page holds, when there is more.</param>
    public static Page<T> Of<TFound>(IReadOnlyList<TFound> found, int limit, Func<TFound, long> id, Func<TFound, T> show) => new(
        [.. found.Take(limit).Select(show)], found.Count > limit ? Cursor.Of(id(found[limit - 1])) : null);
}

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>One page of a list.</summary>
/// <param name="HasBefore">Whether the page was not the first.</param>
internal sealed record ConnectionSource<T>(IReadOnlyList<EdgeSource<T>> Edges, bool HasMore, bool HasBefore)
{
    /// <param name="found">One more than the page holds, when there is more.</param>
    public static ConnectionSource<T> Of<TFound>(
        IReadOnlyList<TFound> found, int first, bool hasBefore, Func<TFound, string> cursor, Func<TFound, T> show) =>
        new([.. found.Take(first).Select(one => new EdgeSource<T>(cursor(one), show(one)))], found.Count > first, hasBefore);
}

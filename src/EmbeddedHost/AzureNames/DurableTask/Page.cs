namespace Microsoft.DurableTask;

/// <summary>A part of a longer answer.</summary>
/// <param name="continuationToken">Null on the last page.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    public IReadOnlyList<T> Values { get; } = values;

    public string? ContinuationToken { get; } = continuationToken;
}

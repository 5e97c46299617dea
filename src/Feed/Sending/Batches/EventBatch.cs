namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>One request: NDJSON for one endpoint, under the webhook id it keeps however often it is sent.</summary>
/// <param name="Lines">Of each event in order, where it came from.</param>
internal sealed record EventBatch(string Id, Endpoint Endpoint, ReadOnlyMemory<byte> Body, IReadOnlyList<long> Lines)
{
    public int Count => Lines.Count;
}

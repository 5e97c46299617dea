using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Sending;

/// <summary>One event as it travels: a JSON object in UTF-8 on one line.</summary>
/// <param name="Line">Where it came from (line of the file, or number in the demo), counted from 1; for reports.</param>
internal readonly record struct WireEvent(Endpoint Endpoint, ReadOnlyMemory<byte> Json, long Line)
{
    /// <summary>Whether a request can hold the event at all.</summary>
    public bool IsSendable => Json.Length < BatchLimits.MaxBytes;
}

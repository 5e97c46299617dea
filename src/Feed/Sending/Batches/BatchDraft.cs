using System.Buffers;

namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>The batch of one endpoint while its group is filled; more than one only where one record is that large.</summary>
internal sealed class BatchDraft(Endpoint endpoint)
{
    private readonly List<(byte[] Body, long[] Lines)> _full = [];
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly List<long> _lines = [];

    public bool Fits(int events, long bytes) =>
        _lines.Count + events <= BatchLimits.MaxEvents && _body.WrittenCount + bytes <= BatchLimits.MaxBytes;

    public void Add(WireEvent wireEvent)
    {
        if (!Fits(1, SizeOf(wireEvent))) Cut();
        _body.Write(wireEvent.Json.Span);
        _body.Write("\n"u8);
        _lines.Add(wireEvent.Line);
    }

    /// <summary>What was drafted, the draft being empty again afterwards.</summary>
    public IEnumerable<EventBatch> Take(string groupId)
    {
        if (_lines.Count > 0) Cut();
        var id = $"{groupId}_{endpoint.Name}";
        var taken = _full
            .Select((part, index) => new EventBatch(index == 0 ? id : $"{id}_{index + 1}", endpoint, part.Body, part.Lines))
            .ToArray();
        _full.Clear();
        return taken;
    }

    public static long SizeOf(WireEvent wireEvent) => wireEvent.Json.Length + 1;

    private void Cut()
    {
        _full.Add((_body.WrittenSpan.ToArray(), [.. _lines]));
        _body.ResetWrittenCount();
        _lines.Clear();
    }
}

using PersonalizationEngine.Feed.Replay.Mapping;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Replay;

/// <summary>Reads a file from a record on and maps it, row by row.</summary>
/// <param name="limit">Records to read at most, counted from the beginning of the file.</param>
/// <param name="cancellation">Asked at every record, because long stretches may give no event to wait for.</param>
internal sealed class RowSource(
    ISourceReader reader, IRowMapping mapping, MomentContext moments, long limit, CancellationToken cancellation)
{
    public MalformedRows Malformed { get; } = new();

    /// <summary>Whether the limit ended the reading before the file did.</summary>
    public bool WasCut { get; private set; }

    /// <param name="skip">Records to pass over, sent in an earlier run.</param>
    public IEnumerable<(IReadOnlyList<WireEvent> Events, SourcePosition After)> Read(long skip)
    {
        var count = 0L;
        foreach (var record in reader.Records())
        {
            cancellation.ThrowIfCancellationRequested();
            if (count >= limit)
            {
                WasCut = true;
                yield break;
            }

            if (++count > skip) yield return (Map(record), new SourcePosition(count, reader.BytesRead));
        }
    }

    private IReadOnlyList<WireEvent> Map(SourceRecord record)
    {
        if (record is SourceRecord.Malformed malformed)
        {
            Malformed.Add(malformed.Line, malformed.Reason);
            return [];
        }

        var mapped = mapping.Map((SourceRecord.Row)record, moments);
        if (mapped.Fault is not null) Malformed.Add(record.Line, mapped.Fault);
        return mapped.Events;
    }
}

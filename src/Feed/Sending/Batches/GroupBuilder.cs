namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>
/// Cuts a stream of records into numbered groups. The same records in the same order give the same groups under the same
/// ids, which is what makes a repeated sending count once; a record is never split over two groups.
/// </summary>
/// <param name="idPrefix">Names the source: the fingerprint of a file, or the seed of a demo.</param>
/// <param name="firstNumber">Number of the next group: 1, or where a resumed run goes on.</param>
internal sealed class GroupBuilder(string idPrefix, long firstNumber = 1)
{
    private readonly Dictionary<Endpoint, BatchDraft> _drafts = Endpoint.All.ToDictionary(to => to, to => new BatchDraft(to));
    private long _number = firstNumber;
    private SourcePosition _end;
    private bool _hasEvents;

    /// <summary>Takes the events of one record.</summary>
    /// <param name="record">None or more events, each of them sendable.</param>
    /// <param name="after">The position behind the record.</param>
    /// <returns>The group that had to be closed before the record, if one was full.</returns>
    public EventGroup? Add(IReadOnlyList<WireEvent> record, SourcePosition after)
    {
        var closed = _hasEvents && !Fits(record) ? Close() : null;
        foreach (var wireEvent in record) _drafts[wireEvent.Endpoint].Add(wireEvent);
        _hasEvents |= record.Count > 0;
        _end = after;
        return closed;
    }

    /// <summary>What is left when the source has ended; null if nothing is.</summary>
    public EventGroup? Finish() => _hasEvents ? Close() : null;

    private bool Fits(IReadOnlyList<WireEvent> record)
    {
        foreach (var endpoint in Endpoint.All)
        {
            var (events, bytes) = (0, 0L);
            foreach (var wireEvent in record)
            {
                if (wireEvent.Endpoint == endpoint) (events, bytes) = (events + 1, bytes + BatchDraft.SizeOf(wireEvent));
            }

            if (events > 0 && !_drafts[endpoint].Fits(events, bytes)) return false;
        }

        return true;
    }

    private EventGroup Close()
    {
        var id = $"{idPrefix}_{_number}";
        var group = new EventGroup(_number, [.. Endpoint.All.SelectMany(endpoint => _drafts[endpoint].Take(id))], _end);
        (_number, _hasEvents) = (_number + 1, false);
        return group;
    }
}

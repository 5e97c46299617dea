using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Replay;

/// <summary>The rows of a file as numbered groups.</summary>
/// <param name="idPrefix">What the webhook ids begin with.</param>
internal sealed class ReplayGroups(RowSource rows, string idPrefix)
{
    private long? _cutShort;

    /// <param name="skip">Records of the file acknowledged before.</param>
    /// <param name="firstNumber">Number of the group that begins behind them.</param>
    public IEnumerable<EventGroup> From(long skip, long firstNumber)
    {
        var builder = new GroupBuilder(idPrefix, firstNumber);
        foreach (var (events, after) in rows.Read(skip))
        {
            if (builder.Add(events, after) is { } full) yield return full;
        }

        if (builder.Finish() is not { } rest) yield break;
        if (rows.WasCut) _cutShort = rest.Number;
        yield return rest;
    }

    /// <summary>
    /// Whether a resumed run may go on behind the group. Not behind one that a limit cut short: with more rows the same
    /// number would stand for a longer group.
    /// </summary>
    public bool IsWhole(EventGroup group) => group.Number != _cutShort;
}

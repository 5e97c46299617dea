namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>
/// What the people of each segment meet, as decayed counts. A segment is known once somebody of it has asked: what they had met
/// before is counted then, all further events as they come. Counts stay with the segment they were made in.
/// </summary>
internal sealed class SegmentCounts(TimeSpan halfLife, IdTable items)
{
    // Segments are a handful by design. More would be a mistake of whoever names them, and each costs memory for all items.
    private const int Most = 64;

    private readonly IdTable _names = new();
    private readonly List<DecayedRanking> _rankings = [];

    /// <summary>By person: one above the number of the segment, 0 for nobody's.</summary>
    private byte[] _segments = [];

    /// <summary>Null for a segment nobody of whom has met anything.</summary>
    public DecayedRanking? Of(string? segment) => _names.TryFind(segment, out var number) ? _rankings[number] : null;

    public bool Contains(int person, string segment) =>
        _names.TryFind(segment, out var number) ? Segment(person) == number : _names.Count == Most;

    public void Enter(int person, string segment, PersonHistory history)
    {
        if (Contains(person, segment)) return;
        var isFirst = Segment(person) < 0;
        var number = _names.GetOrAdd(segment);
        if (number == _rankings.Count) _rankings.Add(new DecayedRanking(halfLife, items));
        if (person >= _segments.Length) Array.Resize(ref _segments, Math.Max(person + 1, _segments.Length * 2));
        _segments[person] = (byte)(number + 1);
        if (!isFirst) return;
        for (var place = 0; place < history.Items.Length; place++)
            _rankings[number].Add(history.Items[place], history.Weights[place], new DateTimeOffset(history.Ticks[place], TimeSpan.Zero));
    }

    public void Learn(int person, int item, double weight, DateTimeOffset at)
    {
        if (Segment(person) is >= 0 and var number) _rankings[number].Add(item, weight, at);
    }

    public void Leave(int person)
    {
        if (person < _segments.Length) _segments[person] = 0;
    }

    private int Segment(int person) => person < _segments.Length ? _segments[person] - 1 : -1;
}

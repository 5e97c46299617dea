namespace PersonalizationEngine.Feed.Replay;

/// <summary>The rows that gave no event because something is wrong with them.</summary>
internal sealed class MalformedRows
{
    private const int Kept = 5;

    private readonly List<(long Line, string Reason)> _first = [];

    public long Count { get; private set; }

    /// <summary>The first few.</summary>
    public IReadOnlyList<(long Line, string Reason)> First => _first;

    public void Add(long line, string reason)
    {
        Count++;
        if (_first.Count < Kept) _first.Add((line, reason));
    }
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Writes an <see cref="InteractionMatrix"/> person by person. Not thread-safe.</summary>
/// <param name="personCapacity">How many people are expected.</param>
/// <param name="pairCapacity">How many pairs of person and item are expected.</param>
public sealed class InteractionMatrixBuilder(int personCapacity = 0, int pairCapacity = 0)
{
    private readonly SparseRowsBuilder _rows = new(personCapacity, pairCapacity);
    private int[] _minutes = new int[pairCapacity];
    private int _count;

    /// <summary>Adds an item to the history of the person at hand; oldest first, each item once.</summary>
    /// <param name="weight">Above 0.</param>
    /// <param name="minute">Since 1970; 0 where time is not known.</param>
    public void Add(int item, float weight, int minute)
    {
        _rows.Add(item, weight);
        Room(1)[0] = minute;
    }

    /// <summary>Adds a stretch of a history; see <see cref="Add"/>.</summary>
    public void AddRange(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, ReadOnlySpan<int> minutes)
    {
        _rows.AddRange(items, weights);
        minutes.CopyTo(Room(minutes.Length));
    }

    /// <summary>Ends the history of the person at hand, empty or not; the next one has the next number.</summary>
    public void EndPerson() => _rows.EndRow();

    /// <summary>Gives away what was written; the builder is empty then.</summary>
    /// <param name="itemCount">One above the highest item number.</param>
    public InteractionMatrix Build(int itemCount)
    {
        Array.Resize(ref _minutes, _count);
        var matrix = new InteractionMatrix(_rows.Build(), itemCount, _minutes);
        (_minutes, _count) = ([], 0);
        return matrix;
    }

    private Span<int> Room(int more)
    {
        if (_count + more > _minutes.Length)
            Array.Resize(ref _minutes, Math.Max(_count + more, _minutes.Length + Math.Max(16, _minutes.Length / 2)));
        _count += more;
        return _minutes.AsSpan(_count - more, more);
    }
}

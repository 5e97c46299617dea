namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Writes an <see cref="InteractionMatrix"/> person by person. Not thread-safe.</summary>
/// <param name="personCapacity">How many people are expected.</param>
public sealed class InteractionMatrixBuilder(int personCapacity = 0)
{
    private readonly SparseRowsBuilder _rows = new(personCapacity);
    private readonly List<int> _minutes = [];

    /// <summary>Adds an item to the history of the person at hand; oldest first, each item once.</summary>
    /// <param name="weight">Above 0.</param>
    /// <param name="minute">Since 1970; 0 where time is not known.</param>
    public void Add(int item, float weight, int minute)
    {
        _rows.Add(item, weight);
        _minutes.Add(minute);
    }

    /// <summary>Adds a stretch of a history; see <see cref="Add"/>.</summary>
    public void AddRange(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, ReadOnlySpan<int> minutes)
    {
        _rows.AddRange(items, weights);
        _minutes.AddRange(minutes);
    }

    /// <summary>Ends the history of the person at hand, empty or not; the next one has the next number.</summary>
    public void EndPerson() => _rows.EndRow();

    /// <param name="itemCount">One above the highest item number.</param>
    public InteractionMatrix Build(int itemCount) => new(_rows.Build(), itemCount, [.. _minutes]);
}

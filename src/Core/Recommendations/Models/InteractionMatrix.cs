namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What every model trains on: the newest items of each person's history with their weights. Immutable.</summary>
public sealed class InteractionMatrix
{
    private readonly int[] _minutes;

    /// <param name="minutes">When each cell of the rows was met last, in minutes since 1970.</param>
    internal InteractionMatrix(SparseRows rows, int itemCount, int[] minutes) =>
        (Rows, ItemCount, _minutes) = (rows, itemCount, minutes);

    /// <summary>One above the highest item number; items nobody met are counted too.</summary>
    public int ItemCount { get; }

    public int PersonCount => Rows.Count;

    /// <summary>How many different pairs of person and item there are.</summary>
    public int PairCount => Rows.CellCount;

    /// <summary>Whether anything is later than anything else.</summary>
    public bool HasTimes => _minutes.AsSpan().ContainsAnyExcept(_minutes.Length == 0 ? 0 : _minutes[0]);

    /// <summary>A row for each person, oldest item first.</summary>
    internal SparseRows Rows { get; }

    /// <summary>The items a person met, oldest first.</summary>
    public ReadOnlySpan<int> ItemsOf(int person) => Rows.Columns(person);

    /// <summary>The weights of <see cref="ItemsOf"/>, in the same order.</summary>
    public ReadOnlySpan<float> WeightsOf(int person) => Rows.Values(person);

    /// <summary>When each of <see cref="ItemsOf"/> was met last, in minutes since 1970, rising.</summary>
    public ReadOnlySpan<int> MinutesOf(int person) => Rows.Beside(person, _minutes);
}

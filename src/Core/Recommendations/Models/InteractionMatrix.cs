namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What every model trains on: the newest items of each person's history with their weights. Immutable.</summary>
public sealed class InteractionMatrix
{
    internal InteractionMatrix(SparseRows rows, int itemCount) => (Rows, ItemCount) = (rows, itemCount);

    /// <summary>One above the highest item number; items nobody met are counted too.</summary>
    public int ItemCount { get; }

    public int PersonCount => Rows.Count;

    /// <summary>How many different pairs of person and item there are.</summary>
    public int PairCount => Rows.CellCount;

    /// <summary>A row for each person, oldest item first.</summary>
    internal SparseRows Rows { get; }
}

namespace PersonalizationEngine.Core.Recommendations.Content;

/// <summary>How alike items are by what the catalogue says of them.</summary>
public sealed record ContentSettings
{
    /// <summary>How many items, the most alike, each item keeps; from 1. Default 100.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>
    /// A category, tag or word that more items carry brings no two together, though it lessens their likeness to others; from
    /// 1. Default 2,000. It bounds the cost: at most this times the features of all items.
    /// </summary>
    public int MostCarriers { get; init; } = 2000;
}

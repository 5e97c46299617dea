using System.ComponentModel.DataAnnotations;
using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>What EASE learns from and what it keeps. Each range is inclusive.</summary>
public sealed record EaseSettings
{
    /// <summary>
    /// Added to the diagonal: how much an item must be worth before it says something of others. 50 to 100 suit shops, 200 to
    /// 1000 histories of a hundred items and more; a factor of 2 costs less than 1 % of nDCG. Default 200.
    /// </summary>
    [Range(0.001, 1_000_000)]
    public double Lambda { get; init; } = 200;

    /// <summary>
    /// How many signed weights, the largest, each item of a profile keeps; 0 keeps all. Default 200, which costs 0.1 to
    /// 2 % of nDCG on MovieLens and Amazon Music; at 8 bytes each, 10,000 items then hold 16 MB instead of 800 MB.
    /// </summary>
    [Range(0, SymmetricInverse.MostRows)]
    public int WeightsPerItem { get; init; } = 200;

    /// <summary>Items that fewer people met get no weights. Default 3.</summary>
    [Range(1, 1_000_000)]
    public int MinimumInteractions { get; init; } = 3;

    /// <summary>
    /// The most met items, at most so many, get weights: time grows by the cube and memory by the square. 5,000 take about
    /// 1.5 s of processor time and 150 MB, 10,000 12 s and 600 MB; 20,000 should take 95 s and 2.4 GB. Default 10,000.
    /// </summary>
    [Range(1, SymmetricInverse.MostRows)]
    public int MostHeadItems { get; init; } = 10_000;

    /// <summary>How many threads learn. Default 1: the calling thread alone, so that serving keeps the pool.</summary>
    [Range(1, 256)]
    public int Cores { get; init; } = 1;

    /// <summary>Every interaction counts 1, as published protocols have it. Default false: the weight of its event.</summary>
    public bool UnitWeights { get; init; }
}

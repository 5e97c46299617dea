using System.ComponentModel.DataAnnotations;

namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>
/// How item factors are learned. Each range is inclusive. Factors want more care than EASE: on MovieLens-100K a lambda seven
/// times too small costs a fifth of nDCG, so choose it on a hold-out.
/// </summary>
public sealed record FactorSettings
{
    /// <summary>Numbers for each item. Default 64, 256 bytes an item. Time grows by the square, memory in proportion.</summary>
    [Range(1, 512)]
    public int Factors { get; init; } = 64;

    /// <summary>How often people and items are solved in turn; 8 to 16 are enough. Default 12.</summary>
    [Range(1, 100)]
    public int Sweeps { get; init; } = 12;

    /// <summary>What a pair that never met weighs (alpha0), as a share of one that met once. Default 0.1.</summary>
    [Range(0.00001, 10)]
    public double UnseenWeight { get; init; } = 0.1;

    /// <summary>Holds the factors small. Default 0.02; 0.002 to 0.05 are common.</summary>
    [Range(0.000001, 1000)]
    public double Lambda { get; init; } = 0.02;

    /// <summary>How much tighter what is frequent is held (nu): 0 all the same, 1 in proportion. Default 1.</summary>
    [Range(0.0, 1)]
    public double FrequencyExponent { get; init; } = 1;

    /// <summary>Items that fewer people met get no factors. Default 1.</summary>
    [Range(1, 1_000_000)]
    public int MinimumInteractions { get; init; } = 1;

    /// <summary>Where the factors start from. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many threads learn. Default 1: the calling thread alone, so that serving keeps the pool.</summary>
    [Range(1, 256)]
    public int Cores { get; init; } = 1;

    /// <summary>Every interaction counts 1, as published protocols have it. Default false: the weight of its event.</summary>
    public bool UnitWeights { get; init; }
}

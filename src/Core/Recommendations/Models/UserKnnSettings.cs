namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Whom a profile is compared with. The defaults suit histories of tens of items.</summary>
public sealed record UserKnnSettings
{
    /// <summary>Default none: plain cosine.</summary>
    public MatrixWeighting Weighting { get; init; } = MatrixWeighting.None;

    /// <summary>How many people, the most alike, are heard; from 1. Default 100.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>Added below the fraction, so that short histories are not alike by chance; from 0. Default 10.</summary>
    public double Shrinkage { get; init; } = 10;
}

namespace PersonalizationEngine.Core.Scoring.Models.Decaying;

/// <summary><c>2^(-age/h)</c>: 10 points with a half-life of 14 days are 7.0711 after 7 days, 5 after 14, 2.5 after 28.</summary>
public sealed record HalfLifeDecay(TimeSpan HalfLife) : Decay
{
    /// <summary>After so many half-lives a thousand points are less than 10⁻¹⁵.</summary>
    private const int HalfLivesSeen = 60;

    public override string Curve => "half_life";

    public override TimeSpan? Reach => HalfLivesSeen * HalfLife;

    public override double Left(TimeSpan age) => Math.Pow(2, -(age / HalfLife));
}

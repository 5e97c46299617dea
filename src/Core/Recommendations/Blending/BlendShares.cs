namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>How much each part counts, from 0; only their proportions matter.</summary>
public readonly record struct BlendShares(float Dense, float Neighbours, float People, float Lasting, float Popular, float Trending)
{
    /// <summary>How many parts there are.</summary>
    public const int Count = 6;

    public float Total => Dense + Neighbours + People + Lasting + Popular + Trending;

    public float this[BlendPart part] => part switch
    {
        BlendPart.Dense => Dense,
        BlendPart.Neighbours => Neighbours,
        BlendPart.People => People,
        BlendPart.Lasting => Lasting,
        BlendPart.Popular => Popular,
        _ => Trending,
    };

    /// <summary>These shares with one of them changed.</summary>
    public BlendShares With(BlendPart part, float share) => part switch
    {
        BlendPart.Dense => this with { Dense = share },
        BlendPart.Neighbours => this with { Neighbours = share },
        BlendPart.People => this with { People = share },
        BlendPart.Lasting => this with { Lasting = share },
        BlendPart.Popular => this with { Popular = share },
        _ => this with { Trending = share },
    };
}

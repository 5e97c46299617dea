using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>How much each part counts, from 0; only their proportions matter.</summary>
[InlineArray(Count)]
public struct BlendShares
{
    /// <summary>How many parts there are.</summary>
    public const int Count = 6;

    private float _first;

    public float this[BlendPart part]
    {
        readonly get => this[(int)part];
        set => this[(int)part] = value;
    }

    /// <summary>These shares with one of them changed.</summary>
    public readonly BlendShares With(BlendPart part, float share)
    {
        var changed = this;
        changed[part] = share;
        return changed;
    }
}

using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

/// <summary>Parts of the blend as answers name them.</summary>
internal static class BlendPartNames
{
    public static string Of(BlendPart part) => part switch
    {
        BlendPart.Dense => "dense",
        BlendPart.Neighbours => "neighbours",
        BlendPart.People => "people",
        BlendPart.Lasting => "lasting",
        BlendPart.Popular => "popular",
        _ => "trending",
    };
}

using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Dashboard.Recommendations;

/// <summary>Parts of the blend in words.</summary>
internal static class BlendWords
{
    /// <summary>Null is the whole, as it is served.</summary>
    public static string Of(BlendPart? part) => part switch
    {
        null => "As served",
        BlendPart.Dense => "Items met together, all pairs",
        BlendPart.Neighbours => "Neighbouring items",
        BlendPart.People => "People of similar taste",
        BlendPart.Lasting => "Popular ever",
        BlendPart.Popular => "Popular lately",
        _ => "Trending",
    };
}

namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>The shares for people who met at least so many items, up to where the next band begins.</summary>
public readonly record struct BlendBand(int FromItems, BlendShares Shares);

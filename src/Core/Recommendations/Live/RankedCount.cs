namespace PersonalizationEngine.Core.Recommendations.Live;

/// <param name="Log2">The base-2 logarithm of the decayed count seen from 1970.</param>
internal readonly record struct RankedCount(double Log2, int Item);

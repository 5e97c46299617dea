namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>A factor as measured for one person.</summary>
/// <param name="Value">A count, or minutes; 0 when nothing was seen.</param>
/// <param name="Origin">The systems whose activities are in the value; <see cref="ActivityOrigin.None"/> when nothing was seen.</param>
/// <param name="LatestAt">The newest activity in the value; null when nothing was seen.</param>
public readonly record struct FactorValue(Factor Factor, decimal Value, ActivityOrigin Origin, DateTimeOffset? LatestAt);

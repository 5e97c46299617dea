namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item of a <see cref="RecommendationBuffer"/>.</summary>
/// <param name="Score">From 1, the best of the list, towards 0, never rising along the list; no probability.</param>
/// <param name="Source">What spoke most for the item.</param>
/// <param name="Propensity">
/// The probability with which chance chose the item for its place, given the places before; null where nothing was left to chance.
/// </param>
public readonly record struct Suggestion(
    string ItemId, double Score, RecommendationSource Source, RecommendationReason Reason, double? Propensity)
{
    /// <summary>How chance chose the item; null where nothing was left to chance.</summary>
    public ExplorationChoice? Choice { get; init; }

    /// <summary>Where its contributions begin in the buffer.</summary>
    internal int FirstContribution { get; init; }

    internal int ContributionCount { get; init; }
}

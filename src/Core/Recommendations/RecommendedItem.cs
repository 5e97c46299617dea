namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item, how strongly it is recommended, and why.</summary>
/// <param name="Score">From 1, the best of the list, towards 0, never rising along the list; no probability.</param>
/// <param name="Source">What spoke most for the item.</param>
/// <param name="Reason">An English sentence of at most 140 characters for the person who reads it.</param>
public sealed record RecommendedItem(string ItemId, double Score, RecommendationSource Source, string Reason)
{
    /// <summary>Of one item, in an answer.</summary>
    public const int MostContributions = 3;

    /// <summary>What spoke for the item, most first, at most three.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <inheritdoc cref="Suggestion.Propensity"/>
    public double? Propensity { get; init; }

    /// <inheritdoc cref="Suggestion.Choice"/>
    public ExplorationChoice? Choice { get; init; }

    public bool Equals(RecommendedItem? other) =>
        other is not null && (ItemId, Score, Source, Reason, Propensity, Choice) == (other.ItemId, other.Score, other.Source, other.Reason, other.Propensity, other.Choice)
        && Contributions.SequenceEqual(other.Contributions);

    public override int GetHashCode() => HashCode.Combine(ItemId, Score, Source);
}

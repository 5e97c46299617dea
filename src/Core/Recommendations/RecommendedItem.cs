namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item, how strongly it is recommended, and why.</summary>
public sealed record RecommendedItem
{
    /// <summary>Of one item, in an answer.</summary>
    public const int MostContributions = 3;

    // Chance chooses one item of ten: room for it in each would be a third of the list. The facts of the reason lie here one by
    // one, in a third of the room they take together.
    private readonly object? _choice;
    private readonly string? _name;
    private readonly int _count;
    private readonly int _spanMinutes;
    private readonly ReasonKind _kind;
    private readonly bool _isAtLeast;

    public RecommendedItem(string itemId, double score, RecommendationSource source, in RecommendationReason because)
    {
        (ItemId, Score, Source) = (itemId, score, source);
        (_kind, _name, _count, _isAtLeast, _spanMinutes) =
            (because.Kind, because.Name, because.Count, because.IsAtLeast, (int)because.Span.TotalMinutes);
    }

    public string ItemId { get; init; }

    /// <summary>From 1, the best of the list, towards 0, never rising along the list; no probability.</summary>
    public double Score { get; init; }

    /// <summary>What spoke most for the item.</summary>
    public RecommendationSource Source { get; init; }

    /// <summary>The facts of <see cref="Reason"/>.</summary>
    public RecommendationReason Because => new(_kind, _name, _count, _isAtLeast, TimeSpan.FromMinutes(_spanMinutes));

    /// <summary>An English sentence of at most 140 characters for the person who reads it, made when it is asked for.</summary>
    public string Reason => Because.ToString();

    /// <summary>What spoke for the item, most first, at most three; none where the query did not ask to explain.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <inheritdoc cref="Suggestion.Propensity"/>
    public double? Propensity => Choice?.Propensity;

    /// <inheritdoc cref="Suggestion.Choice"/>
    public ExplorationChoice? Choice
    {
        get => (ExplorationChoice?)_choice;
        init => _choice = value;
    }

    public bool Equals(RecommendedItem? other) =>
        other is not null && (ItemId, Score, Source, Because, Choice) == (other.ItemId, other.Score, other.Source, other.Because, other.Choice)
        && Contributions.SequenceEqual(other.Contributions);

    public override int GetHashCode() => HashCode.Combine(ItemId, Score, Source);
}

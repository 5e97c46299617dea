namespace PersonalizationEngine.Core.Recommendations;

/// <summary>One thing a person did with an item.</summary>
/// <param name="PersonId">Empty when nobody is known: the event then counts for popularity and its session only.</param>
/// <param name="ItemId">Not empty; ids are compared ordinally.</param>
/// <param name="SessionId">
/// Empty when the source has no sessions: events of one person less than
/// <see cref="RecommenderSettings.SessionGap"/> apart then share one.
/// </param>
/// <param name="Weight">
/// How much the event says, from 0.000001 to 1,000,000, with the event type already folded in: a view 1, a click 2, a form 3.
/// </param>
/// <param name="At">When it happened; events may arrive in any order.</param>
public readonly record struct Interaction(string PersonId, string ItemId, string SessionId, double Weight, DateTimeOffset At)
{
    /// <summary>The item was bought, ordered or paid for, which <see cref="LeaveOut.Bought"/> goes by. Default no.</summary>
    public bool IsPurchase { get; init; }

    /// <summary>The item is named and the weight in range.</summary>
    public bool IsUsable => !string.IsNullOrEmpty(ItemId) && Weight is >= 1e-6 and <= 1e6;
}

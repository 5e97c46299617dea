using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>A report with what its decision tells of it.</summary>
/// <param name="DecisionKey">Tells decisions apart: 32 hexadecimal digits.</param>
/// <param name="Slot">The slot; <see cref="FeedbackSlots.Recommendations"/> for the list.</param>
/// <param name="ItemId">Empty for a slot's content.</param>
/// <param name="Source">The model that proposed the item, or the rule that filled the slot (<c>rule:7</c>, <c>fallback</c>).</param>
/// <param name="Variants">The variants the decision served, as <c>experiment=variant</c> separated by semicolons.</param>
public sealed record FeedbackRecord(
    string EventId,
    FeedbackKind Kind,
    string DecisionKey,
    string PersonId,
    string Slot,
    string ItemId,
    string Source,
    string Variants,
    string? Goal,
    decimal? Value,
    DateTimeOffset OccurredAt)
{
    /// <summary>The group it counts for where personal lists are compared with the popular one.</summary>
    public ComparedAs ComparedAs { get; init; }

    /// <summary>How chance chose the item; null where nothing was left to chance.</summary>
    public ExplorationChoice? Choice { get; init; }
}

namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Puts an item at a place of the recommendations, seen or not; the first matching rule for a place wins it.</summary>
/// <param name="Position">From 1.</param>
public sealed record PinItem(string ItemId, int Position) : RuleAction;

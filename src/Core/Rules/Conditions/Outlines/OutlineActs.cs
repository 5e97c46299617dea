namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>What somebody did, or did not, within a time.</summary>
/// <param name="Operator"><c>$did</c> or <c>$didNot</c>.</param>
/// <param name="Signal">Empty for none.</param>
/// <param name="Within">As <c>7d</c>; empty for the default.</param>
/// <param name="Times">At least so often; empty for once.</param>
public sealed record OutlineActs(
    string Operator, IReadOnlyList<string> Events, IReadOnlyList<string> Pages, IReadOnlyList<string> Forms, string Signal, string Within,
    string Times) : OutlinePart;

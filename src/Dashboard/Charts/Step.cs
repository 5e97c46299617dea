namespace PersonalizationEngine.Dashboard.Charts;

/// <summary>One step of a waterfall.</summary>
/// <param name="Change">Added to what was before; for a total, what it comes to.</param>
/// <param name="Text">The change as it is read.</param>
/// <param name="Note">Where it comes from.</param>
public sealed record Step(string Label, double Change, string Text, string? Note = null, bool IsTotal = false);

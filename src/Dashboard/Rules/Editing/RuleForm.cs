using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>A rule as somebody types it: what cannot be read is kept as it was typed and told by the engine's own reader.</summary>
/// <param name="Start">In UTC, as <c>2026-01-31T09:00</c>; empty for none, and <paramref name="End"/> too.</param>
/// <param name="Holdout">In percent; empty for the default of the settings.</param>
/// <param name="Reason">Why it is changed, for the history.</param>
public sealed record RuleForm(
    string Name, string Description, string Priority, bool Active, OutlineGroup Condition, IReadOnlyList<ActionForm> Actions, string Start, string End,
    string Holdout, string Reason)
{
    /// <summary>Where somebody begins.</summary>
    public static RuleForm New { get; } = new(
        "", "", "0", true, new OutlineGroup(Joining.All, [new OutlineTest("segment", "$in", [], false)]), [new ActionForm("show")], "", "", "", "");
}

using System.Text.Json;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <summary>What differs between two documents of a rule.</summary>
/// <param name="Fields">Label, before, after; only those that differ.</param>
/// <param name="Condition">Every line where some differ, else none.</param>
public sealed record RuleDiff(
    IReadOnlyList<(string Label, string Before, string After)> Fields, IReadOnlyList<LineChange> Condition, IReadOnlyList<LineChange> Actions)
{
    public bool IsEmpty => Fields.Count + Condition.Count + Actions.Count == 0;

    /// <param name="before">Null for one that is new.</param>
    /// <param name="after">Null for one that is removed.</param>
    public static RuleDiff Between(JsonElement? before, JsonElement? after)
    {
        var (was, now) = (Read(before), Read(after));
        return new RuleDiff(
            [.. Labelled(was).Zip(Labelled(now)).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => (pair.First.Label, pair.First.Text, pair.Second.Text))],
            Changed(was is null ? [] : OutlineWords.Of(was.Condition), now is null ? [] : OutlineWords.Of(now.Condition)),
            Changed(was is null ? [] : ActionWords.Of(was.Actions), now is null ? [] : ActionWords.Of(now.Actions)));
    }

    private static RuleForm? Read(JsonElement? document) => document is { ValueKind: JsonValueKind.Object } rule ? RuleText.Read(rule) : null;

    private static IReadOnlyList<LineChange> Changed(IReadOnlyList<ShownLine> before, IReadOnlyList<ShownLine> after) =>
        LineDiff.Between(before, after) is var changes && changes.Any(change => change.Sign != ' ') ? changes : [];

    private static (string Label, string Text)[] Labelled(RuleForm? rule) =>
    [
        ("Name", rule?.Name ?? ""), ("Description", rule?.Description ?? ""), ("Priority", rule?.Priority ?? ""),
        ("Active", rule is null ? "" : rule.Active ? "yes" : "no"), ("Starts (UTC)", rule?.Start ?? ""), ("Ends (UTC)", rule?.End ?? ""),
        ("Held out", rule is null ? "" : rule.Holdout.Length > 0 ? $"{rule.Holdout} %" : "as the settings say"),
    ];
}

using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

/// <summary>An impression or a click as the table holds it.</summary>
internal static class FeedbackRow
{
    public const string Personal = "personal", Comparison = "comparison";

    public static readonly string[] Columns =
    [
        "kind", "decision_key", "slot", "item_id", "person_id", "source", "variants", "occurred_at",
        "compared_as", "propensity", "eligible", "newer", "more_clicked", "equally_clicked",
    ];

    public static object Parameters(FeedbackRecord one) => new
    {
        kind = one.Kind == FeedbackKind.Click ? "click" : "impression",
        decision_key = one.DecisionKey,
        slot = one.Slot,
        item_id = one.ItemId,
        person_id = one.PersonId,
        source = one.Source,
        variants = one.Variants,
        occurred_at = UnixMilliseconds.From(one.OccurredAt),
        compared_as = one.ComparedAs switch
        {
            ComparedAs.Personal => Personal,
            ComparedAs.Comparison => Comparison,
            _ => null,
        },
        propensity = one.Choice?.Propensity,
        eligible = one.Choice?.Eligible,
        newer = one.Choice?.Newer,
        more_clicked = one.Choice?.MoreClicked,
        equally_clicked = one.Choice?.EquallyClicked,
    };
}

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>All that a decision was made of, and what came of it: enough to make it again, whatever has changed since.</summary>
/// <param name="Person">As they were decided on.</param>
/// <param name="Pinned">The items that rules pinned, as the catalogue told of them.</param>
public sealed record DecisionReceipt(
    DecisionRequest Request, PersonState Person, IReadOnlyList<ItemCandidate> Pinned, DecidedAnswer Answer)
{
    public static DecisionReceipt Of(Decision decision, IReadOnlyList<ItemCandidate> pinned) =>
        new(decision.Request, decision.Person, pinned, DecidedAnswer.Of(decision));

    /// <summary>The same decision with that playbook, and with a verdict on every rule.</summary>
    public Decision DecideAgain(Playbook playbook) =>
        DecisionMaker.Decide(Request with { Explain = true }, Person, playbook, itemId => Pinned.FirstOrDefault(item => item.ItemId == itemId));
}

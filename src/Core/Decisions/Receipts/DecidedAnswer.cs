using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>What a decision answered, without what it was made of: to be kept, and compared with what comes out another time.</summary>
/// <param name="Served">Keys of the experiments that the answer exposes the person to.</param>
/// <param name="Attributes">Set by rules for the frontend.</param>
/// <param name="Measured">Rules with a holdout that the person got, or was kept from.</param>
public sealed record DecidedAnswer(
    IReadOnlyList<DecidedSlot> Slots,
    IReadOnlyList<DecidedItem> Items,
    IReadOnlyList<DecidedExperiment> Experiments,
    IReadOnlyList<string> Served,
    AttributeMap Attributes,
    IReadOnlyList<DecidedMessage> Messages,
    IReadOnlyList<DecidedRule> Measured)
{
    public static DecidedAnswer Of(Decision decision) => new(
        [.. decision.Slots.Select(slot => new DecidedSlot(slot.Slot, slot.Content, slot.Rule?.Id, slot.Reason))],
        [.. decision.Recommendations.Select(item => new DecidedItem(item.ItemId, item.Score, item.Source, item.Choice?.Propensity, item.Team))],
        [.. decision.Experiments.Select(DecidedExperiment.Of)],
        [.. decision.Served.Select(assignment => assignment.Experiment.Key)],
        new AttributeMap(decision.Attributes.Select(setting => KeyValuePair.Create(setting.Attribute, setting.Value))),
        [.. decision.Messages.Select(DecidedMessage.Of)],
        [.. decision.Measured.Select(measured => new DecidedRule(measured.Rule.Id, measured.HeldOut))]);
}

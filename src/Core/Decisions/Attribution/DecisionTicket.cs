namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>
/// What must be known of a decision later, when a frontend reports that it was shown or clicked: whose it was, which variants
/// served it, which rule filled each slot and which model proposed each item.
/// </summary>
public sealed record DecisionTicket(
    DateTimeOffset IssuedAt,
    uint Nonce,
    string PersonId,
    IReadOnlyList<ServedVariant> Variants,
    IReadOnlyList<ServedSlot> Slots,
    IReadOnlyList<ServedItem> Items)
{
    /// <summary>
    /// The list was one for the person while personal lists are compared with the popular one: what is reported of it counts
    /// for the group the person is in.
    /// </summary>
    public bool IsCompared { get; init; }

    public static DecisionTicket Of(Decision decision, uint nonce)
    {
        var variants = new List<ServedVariant>(decision.Served.Count);
        foreach (var assignment in decision.Served)
            if (assignment.InExperiment) variants.Add(new ServedVariant(assignment.Experiment.Id, assignment.VariantIndex));

        var slots = new ServedSlot[decision.Slots.Count];
        for (var i = 0; i < slots.Length; i++) slots[i] = new ServedSlot(decision.Slots[i].Slot, decision.Slots[i].Rule?.Id);

        var items = new ServedItem[decision.Recommendations.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = decision.Recommendations[i];
            items[i] = new ServedItem(item.ItemId, item.Source) { Choice = item.Choice, Team = item.Team };
        }

        return new DecisionTicket(decision.Request.Now, nonce, decision.Person.Profile.PersonId, variants, slots, items);
    }

    /// <summary>The rule that filled the slot, or null for its fallback; false when the slot was not in the answer.</summary>
    public bool TryFindSlot(string slot, out long? ruleId)
    {
        var hash = ServedSlot.HashOf(slot);
        foreach (var served in Slots)
        {
            if (served.Hash != hash) continue;
            ruleId = served.RuleId;
            return true;
        }

        ruleId = null;
        return false;
    }

    /// <summary>The model that proposed the item, or null when the item was not in the answer.</summary>
    public string? SourceOf(string itemId) => Find(itemId)?.Source;

    /// <summary>The item as it was served, or null when it was not in the answer.</summary>
    public ServedItem? Find(string itemId)
    {
        var hash = ServedItem.HashOf(itemId);
        foreach (var served in Items)
            if (served.Hash == hash) return served;
        return null;
    }
}

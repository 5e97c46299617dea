namespace PersonalizationEngine.Core.Experiments.Interleaving;

/// <param name="Team">0 or 1: whose pick it was, by the place of the variant in its experiment.</param>
public readonly record struct DraftedItem(string ItemId, int Team);

namespace PersonalizationEngine.Engine.Administration.Listing;

/// <param name="Text">In the name or the description, in any case; null for all.</param>
/// <param name="Slot">That it fills; null for any.</param>
/// <param name="State">Null for any.</param>
/// <param name="HasDraft">Only those with a draft waiting.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
public sealed record RuleQuestion(string? Text, string? Slot, RuleState? State, bool HasDraft, RulePlace? After, int Limit);

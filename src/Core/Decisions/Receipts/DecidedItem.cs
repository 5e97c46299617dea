namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <param name="Score">After boosts.</param>
/// <param name="Propensity">With which chance chose it; null where nothing was left to chance.</param>
/// <param name="Team">As <see cref="ItemCandidate.Team"/>.</param>
public sealed record DecidedItem(string ItemId, double Score, string Source, double? Propensity, int? Team);

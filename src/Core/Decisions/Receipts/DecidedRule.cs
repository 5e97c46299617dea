namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <param name="HeldOut">The person did not get it because they are of its holdout.</param>
public sealed record DecidedRule(long Rule, bool HeldOut);

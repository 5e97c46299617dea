namespace PersonalizationEngine.Core.Rules.Holdouts;

/// <summary>A rule with a holdout that reached a person, or would have.</summary>
/// <param name="HeldOut">The person did not get it; what they do counts for the group it is held against.</param>
public readonly record struct MeasuredRule(ContentRule Rule, bool HeldOut);

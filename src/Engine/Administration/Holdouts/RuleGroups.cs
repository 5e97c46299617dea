namespace PersonalizationEngine.Engine.Administration.Holdouts;

/// <param name="Treated">Those who got the rule.</param>
/// <param name="InBoth">People in both groups, because the share was changed; they are in neither count.</param>
public sealed record RuleGroups(RuleGroup Treated, RuleGroup HeldOut, long InBoth);

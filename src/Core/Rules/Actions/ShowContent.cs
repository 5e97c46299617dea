using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Fills a slot; the first matching rule that fills a slot wins it.</summary>
public sealed record ShowContent(string Slot, AttributeValue Content) : RuleAction;

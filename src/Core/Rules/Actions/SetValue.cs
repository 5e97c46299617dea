using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Sets an attribute of the answer; the first matching rule that sets it wins.</summary>
public sealed record SetValue(string Attribute, AttributeValue Value) : RuleAction;

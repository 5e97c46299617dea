namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>What a content rule does when its condition holds.</summary>
public abstract record RuleAction;

using PersonalizationEngine.Core.Rules.Care;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Example">Somebody of the people tried who matches the rule and gets another's content; null when nobody does.</param>
public sealed record TriedFinding(RuleFinding Finding, string? Example);

namespace PersonalizationEngine.Core.Rules.Care;

/// <summary>Something that is the matter with a rule, with its proof.</summary>
/// <param name="Slots">Those that it never wins; empty for a contradiction.</param>
/// <param name="BeatenBy">The rules that win them.</param>
/// <param name="Parts">What cannot hold together.</param>
public sealed record RuleFinding(
    ContentRule Rule, FindingKind Kind, IReadOnlyList<string> Slots, IReadOnlyList<ContentRule> BeatenBy, IReadOnlyList<ProvenPart> Parts);

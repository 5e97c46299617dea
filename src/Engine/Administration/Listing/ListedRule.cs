using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Administration.Holdouts;

namespace PersonalizationEngine.Engine.Administration.Listing;

/// <summary>A rule with what a list tells of it.</summary>
/// <param name="Slots">Those it fills.</param>
/// <param name="Draft">Null when none waits.</param>
/// <param name="LastChange">Null when it is older than the history.</param>
/// <param name="Findings">What is proved to be the matter with it.</param>
/// <param name="Results">Against those held out of it; null when there was no time to count them.</param>
public sealed record ListedRule(
    ContentRule Rule, RuleState State, IReadOnlyList<string> Slots, DraftNote? Draft, DefinitionVersion? LastChange,
    IReadOnlyList<RuleFinding> Findings, RuleResults? Results);

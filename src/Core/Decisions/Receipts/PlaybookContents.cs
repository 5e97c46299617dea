using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>What a playbook was made of, by reference: together with the stored versions it makes the same playbook again.</summary>
/// <param name="Version">Of the playbook.</param>
/// <param name="RuleHoldout">The share held out of rules that say nothing of their own, as it was set.</param>
/// <param name="Holdout">As it was set.</param>
/// <param name="Fallbacks">As they were set.</param>
public sealed record PlaybookContents(
    long Version, IReadOnlyList<DefinitionReference> Definitions, double RuleHoldout, GlobalHoldout Holdout, AttributeMap Fallbacks)
{
    public static PlaybookContents Of(Playbook playbook) =>
        new(playbook.Version, playbook.Definitions, playbook.RuleHoldout, playbook.Holdout, new AttributeMap(playbook.Fallbacks));

    public bool IsLike(PlaybookContents other) => Version == other.Version && Definitions.SequenceEqual(other.Definitions)
        && RuleHoldout.Equals(other.RuleHoldout) && Holdout == other.Holdout && Fallbacks.Equals(other.Fallbacks);
}

using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>By which versions it was decided.</summary>
/// <param name="Playbook">Of all definitions together.</param>
/// <param name="Definitions">Rules, experiments, groups and segments that were in force.</param>
/// <param name="Model">Of the recommender's models; null where they have none, or are not ours.</param>
internal sealed record VersionsAnswer(long Playbook, IReadOnlyList<DefinitionVersionAnswer> Definitions, string Recommender, long? Model)
{
    public static VersionsAnswer Of(KeptDecision kept) => new(
        kept.Playbook.Version,
        [.. kept.Playbook.Definitions.Select(one => new DefinitionVersionAnswer(DefinitionKinds.NameOf(one.Kind), one.Id, one.Version))],
        kept.Sources.Recommendations,
        kept.Model);
}

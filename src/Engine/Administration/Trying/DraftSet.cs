using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>The live rules with some drafts in the place of theirs. A new one stands behind every rule of its priority.</summary>
public sealed class DraftSet
{
    private const long FirstNewId = long.MaxValue - 1000;

    /// <param name="live">The rules in force.</param>
    /// <param name="drafts">With the ids of the rules they shall replace, 0 for new ones.</param>
    public DraftSet(RuleSet live, IReadOnlyList<ContentRule> drafts)
    {
        Drafts = [.. drafts.Select((draft, place) => draft.Id > 0 ? draft : draft with { Id = FirstNewId + place })];
        var replaced = Drafts.Select(draft => draft.Id).ToHashSet();
        Rules = new RuleSet(live.Rules.Select(rule => rule.Rule).Concat(live.Inactive).Where(rule => !replaced.Contains(rule.Id)).Concat(Drafts), live.Groups);
    }

    public IReadOnlyList<ContentRule> Drafts { get; }

    public RuleSet Rules { get; }

    public static bool IsNew(ContentRule draft) => draft.Id >= FirstNewId;
}

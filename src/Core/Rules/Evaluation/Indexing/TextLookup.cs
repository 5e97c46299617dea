using System.Collections.Frozen;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>
/// Rules that want one attribute to be this text or that, found by the text a person has. Where the person has something else than
/// a text, a list for instance, the lookup says nothing and each rule is asked.
/// </summary>
internal sealed class TextLookup
{
    /// <summary>Below that, asking each rule is as quick.</summary>
    private const int FewestRules = 8;

    /// <summary>A rule with a longer list is asked: it would take up more room than it saves time.</summary>
    private const int MostTexts = 100;

    private readonly int _slot;
    private readonly ulong[] _rules;
    private readonly FrozenDictionary<string, int[]> _byText;

    private TextLookup(int slot, int rules, IReadOnlyList<RulePart> parts)
    {
        _slot = slot;
        _rules = Bits.Of(rules, parts.Select(part => part.Rule));
        _byText = parts.SelectMany(part => part.Node.OnlyTexts!, (part, text) => (text, part.Rule))
            .GroupBy(entry => entry.text, entry => entry.Rule, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
    }

    public static TextLookup[] Of(IReadOnlyList<RulePart> parts, int rules) =>
    [
        .. parts.Where(part => part.Node.OnlyTexts is { Count: <= MostTexts })
            .GroupBy(part => part.Node.Slot)
            .Where(slot => slot.Select(part => part.Number).Distinct().Skip(1).Any())
            .Select(slot => (slot.Key, Parts: slot.DistinctBy(part => part.Rule).ToList()))
            .Where(slot => slot.Parts.Count >= FewestRules)
            .OrderByDescending(slot => slot.Parts.Count).ThenBy(slot => slot.Key)
            .Select(slot => new TextLookup(slot.Key, rules, slot.Parts)),
    ];

    /// <param name="room">As long as the candidates; what it holds is lost.</param>
    public void Narrow(Span<ulong> candidates, Span<ulong> room, in GraphAnswers answers)
    {
        ref readonly var value = ref answers.Attribute(_slot);
        if (value.IsPresent && value.Kind != AttributeKind.Text) return;

        candidates.CopyTo(room);
        Bits.Remove(candidates, _rules);
        if (value.Kind != AttributeKind.Text || !_byText.TryGetValue(value.Text, out var found)) return;
        foreach (var rule in found) candidates[rule >> 6] |= room[rule >> 6] & (1UL << rule);
    }
}

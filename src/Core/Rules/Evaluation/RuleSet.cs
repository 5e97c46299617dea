using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>
/// All active rules in the order they are asked: priority from high to low, ties by id from low to high. Immutable, so a new
/// version is swapped in whole while requests go on with the one they started with.
/// </summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, int> _slotIndex = new(StringComparer.Ordinal);
    private readonly List<string> _slots = [];

    public RuleSet(IEnumerable<ContentRule> rules)
    {
        var ordered = rules.OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Id).ToLookup(rule => rule.Active);
        Rules = [.. ordered[true].Select(rule => new CompiledRule(rule, IndexOf))];
        Inactive = [.. ordered[false]];
    }

    public static RuleSet Empty { get; } = new([]);

    public IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>Rules that are switched off: never asked, but an explanation names them.</summary>
    public IReadOnlyList<ContentRule> Inactive { get; }

    /// <summary>Every slot that some rule fills.</summary>
    public IReadOnlyList<string> Slots => _slots;

    /// <summary>Asks the rules for one person. The first matching rule wins a slot, a place or an attribute.</summary>
    /// <param name="personId">Whose holdouts count; null holds nobody out of anything.</param>
    public RuleOutcome Evaluate(AttributeMap attributes, DateTimeOffset now, string? personId = null)
    {
        var outcome = new RuleOutcome(_slots.Count, _slotIndex, personId);
        foreach (var rule in Rules)
        {
            if (!rule.Rule.IsInForce(now)) continue;
            if (rule.OnlyShows && outcome.AllTaken(rule.Shows)) continue;
            if (rule.Matches(attributes)) outcome.Apply(rule);
        }

        return outcome;
    }

    private int IndexOf(string slot)
    {
        if (_slotIndex.TryGetValue(slot, out var index)) return index;
        _slots.Add(slot);
        return _slotIndex[slot] = _slots.Count - 1;
    }
}

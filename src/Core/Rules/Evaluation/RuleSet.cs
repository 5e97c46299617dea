using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Evaluation.Indexing;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>
/// All active rules in the order they are asked: priority from high to low, ties by id from low to high. Immutable, so a new
/// version is swapped in whole while requests go on with the one they started with.
/// </summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, int> _slotIndex = new(StringComparer.Ordinal);
    private readonly List<string> _slots = [];
    private readonly CompiledRule[] _rules;
    private readonly RuleIndex _index;
    private RuleOutcome? _spare;

    /// <param name="groups">The saved groups and segments that conditions name; by default there are none.</param>
    public RuleSet(IEnumerable<ContentRule> rules, SavedGroups? groups = null)
    {
        Groups = groups ?? SavedGroups.Empty;
        var ordered = rules.OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Id).ToLookup(rule => rule.Active);
        _rules = [.. ordered[true].Select(rule => new CompiledRule(rule, IndexOf, Groups))];
        _index = new RuleIndex([.. _rules.Select(rule => rule.Rule.Condition.Condition)], Groups);
        Inactive = [.. ordered[false]];
    }

    public static RuleSet Empty { get; } = new([]);

    public IReadOnlyList<CompiledRule> Rules => _rules;

    /// <summary>Rules that are switched off: never asked, but an explanation names them.</summary>
    public IReadOnlyList<ContentRule> Inactive { get; }

    /// <summary>Every slot that some rule fills.</summary>
    public IReadOnlyList<string> Slots => _slots;

    public SavedGroups Groups { get; }

    /// <summary>
    /// Asks the rules for one person. The first matching rule wins a slot, a place or an attribute. Allocates nothing where the
    /// outcome of an earlier call was given back by disposing of it and rules ask for no more than slots.
    /// </summary>
    /// <param name="personId">Whose holdouts count; null holds nobody out of anything.</param>
    public RuleOutcome Evaluate(AttributeMap attributes, DateTimeOffset now, string? personId = null)
    {
        var outcome = (Interlocked.Exchange(ref _spare, null) ?? new RuleOutcome(_slots.Count, _slotIndex, GiveBack)).For(personId);
        using var candidates = _index.Ask(attributes);
        for (var place = candidates.Next(-1); place >= 0; place = candidates.Next(place))
        {
            var rule = _rules[place];
            if (!rule.Rule.IsInForce(now)) continue;
            if (rule.OnlyShows && outcome.AllTaken(rule.Shows)) continue;
            if (candidates.Holds(place)) outcome.Apply(rule);
        }

        return outcome;
    }

    private void GiveBack(RuleOutcome outcome) => Volatile.Write(ref _spare, outcome);

    private int IndexOf(string slot)
    {
        if (_slotIndex.TryGetValue(slot, out var index)) return index;
        _slots.Add(slot);
        return _slotIndex[slot] = _slots.Count - 1;
    }
}

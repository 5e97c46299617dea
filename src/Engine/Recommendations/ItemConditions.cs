using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Named;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// Conditions on items that requests bring, compiled once for as long as they keep coming: a shop's pages ask the same few over
/// and over, and what was found out about each item is kept with them. Thread-safe.
/// </summary>
public sealed class ItemConditions(PlaybookKeeper playbooks)
{
    /// <summary>Conditions kept at once; with one more all are forgotten.</summary>
    public const int Capacity = 256;

    private readonly ConcurrentDictionary<string, Compiled> _known = new(StringComparer.Ordinal);

    public ItemCondition Of(ConditionSource source)
    {
        var text = source.Json.GetRawText();
        var groups = playbooks.Current.Rules.Groups;
        if (_known.TryGetValue(text, out var known) && (known.Groups is null || known.Groups == groups)) return known.Condition;
        if (_known.Count >= Capacity) _known.Clear();
        var condition = new ItemCondition(ConditionCompiler.Compile(source.Condition, groups));
        _known[text] = new Compiled(condition, NamedReferences.Of(source.Condition).Any() ? groups : null);
        return condition;
    }

    /// <param name="Groups">What it was compiled with; null when it names no group or segment and stays the same whatever they are.</param>
    private readonly record struct Compiled(ItemCondition Condition, SavedGroups? Groups);
}

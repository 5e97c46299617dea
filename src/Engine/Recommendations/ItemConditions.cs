using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// Conditions on items that requests bring, compiled once for as long as they keep coming: a shop's pages ask the same few over
/// and over, and what was found out about each item is kept with them. Thread-safe.
/// </summary>
public sealed class ItemConditions
{
    /// <summary>Conditions kept at once; with one more all are forgotten.</summary>
    public const int Capacity = 256;

    private readonly ConcurrentDictionary<string, ItemCondition> _known = new(StringComparer.Ordinal);

    public ItemCondition Of(ConditionSource source)
    {
        var text = source.Json.GetRawText();
        if (_known.TryGetValue(text, out var known)) return known;
        if (_known.Count >= Capacity) _known.Clear();
        return _known.GetOrAdd(text, _ => new ItemCondition(ConditionCompiler.Compile(source.Condition, SavedGroups.Empty)));
    }
}

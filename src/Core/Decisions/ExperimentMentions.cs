using System.Text.Json;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Actions;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>Which experiments the conditions of rules ask for, and what hangs on them.</summary>
public sealed class ExperimentMentions
{
    private const string Name = "experiments", Prefix = Name + ".";

    private readonly Dictionary<string, Reach> _reaches = new(StringComparer.Ordinal);

    public ExperimentMentions(IEnumerable<ContentRule> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var key in KeysIn(rule.Condition.Json).Distinct())
            {
                if (!_reaches.TryGetValue(key, out var reach)) _reaches[key] = reach = new Reach();
                foreach (var action in rule.Actions) reach.Add(action);
            }
        }
    }

    public static ExperimentMentions None { get; } = new([]);

    /// <summary>Whether the variant can make a difference to what the request asks to be filled.</summary>
    public bool Matter(string experiment, DecisionRequest request)
    {
        if (!_reaches.TryGetValue(experiment, out var reach)) return false;
        if (reach.Always || (reach.Recommendations && request.Limit > 0)) return true;
        return request.Slots is null ? reach.Slots.Count > 0 : request.Slots.Any(reach.Slots.Contains);
    }

    private static IEnumerable<string> KeysIn(JsonElement condition) => condition.ValueKind switch
    {
        JsonValueKind.Object => condition.EnumerateObject().SelectMany(KeysIn),
        JsonValueKind.Array => condition.EnumerateArray().SelectMany(KeysIn),
        _ => [],
    };

    private static IEnumerable<string> KeysIn(JsonProperty property)
    {
        if (property.Name.StartsWith(Prefix, StringComparison.Ordinal)) return [property.Name[Prefix.Length..].Split('.')[0]];
        return property.Name == Name && property.Value.ValueKind == JsonValueKind.Object
            ? property.Value.EnumerateObject().Select(inner => inner.Name)
            : KeysIn(property.Value);
    }

    private sealed class Reach
    {
        public HashSet<string> Slots { get; } = new(StringComparer.Ordinal);

        public bool Recommendations { get; private set; }

        public bool Always { get; private set; }

        public void Add(RuleAction action)
        {
            if (action is ShowContent show) Slots.Add(show.Slot);
            else if (action is BoostItems or FilterItems or PinItem) Recommendations = true;
            else Always = true;
        }
    }
}

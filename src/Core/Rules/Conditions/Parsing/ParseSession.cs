using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Logic;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>The faults and the size of one condition while it is read.</summary>
internal sealed class ParseSession
{
    private static readonly string TooLarge = $"A condition has at most {ConditionLimits.MaxNodes} nodes.";
    private static readonly string TooDeep = $"A condition has at most {ConditionLimits.MaxDepth} levels of objects and arrays.";

    private readonly List<DocumentFault> _faults = [];
    private int _nodes;

    public IReadOnlyList<DocumentFault> Faults => _faults;

    /// <summary>Takes note of a fault that does not keep the place from being read.</summary>
    public void Note(Place place, string message)
    {
        if (_faults.Count < ConditionLimits.MaxFaults) _faults.Add(new DocumentFault(place.JsonPointer, message));
    }

    public FaultyCondition Refuse(Place place, string message)
    {
        Note(place, message);
        return new FaultyCondition(place.JsonPointer, message);
    }

    /// <summary>Counts one node; null while it is within the limits.</summary>
    public FaultyCondition? Admit(JsonElement element, Place place)
    {
        if (++_nodes <= ConditionLimits.MaxNodes) return AdmitDepth(element, place);
        return _nodes == ConditionLimits.MaxNodes + 1
            ? Refuse(place, TooLarge)
            : new FaultyCondition(place.JsonPointer, TooLarge);
    }

    public FaultyCondition? AdmitDepth(JsonElement element, Place place)
    {
        var nested = element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        return nested && place.Depth > ConditionLimits.MaxDepth ? Refuse(place, TooDeep) : null;
    }
}

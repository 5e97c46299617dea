using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules;

/// <summary>Reads a condition that stands inside another document.</summary>
public static class ConditionDocument
{
    /// <summary>The condition of that name, or null when there is none or it is faulty (its faults then go to the reader).</summary>
    public static ConditionSource? Read(DocumentReader reader, string name, bool required = false)
    {
        if (reader.Raw(name) is not { ValueKind: not JsonValueKind.Null } json)
        {
            if (required) reader.Fault(name, "is required: a condition; {} holds for everybody");
            return null;
        }

        var parsed = ConditionParser.Parse(json);
        foreach (var fault in parsed.Faults) reader.Fault(fault with { Pointer = JsonPointer.Append("", name) + fault.Pointer });
        return parsed.Faults.Count == 0 ? new ConditionSource(json.Clone(), parsed.Condition) : null;
    }

    /// <summary>A condition that was accepted once; a part that can no longer be read never holds.</summary>
    public static ConditionSource Restore(JsonElement json) => new(json, ConditionParser.Parse(json).Condition);
}

using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>What came of a value: something to write, nothing, or a fault of the record.</summary>
internal readonly record struct Value(JsonNode? Node, bool IsLeftOut, string? Fault)
{
    public static Value LeftOut { get; } = new(null, true, null);

    public static Value Of(JsonNode? node) => new(node, false, null);

    public static Value Wrong(string fault) => new(null, false, fault);
}

using System.Text.Json.Nodes;
using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>An input that becomes the document its REST endpoint takes, and is read by what reads that: the same ranges, the same faults.</summary>
internal abstract class DocumentInput : InputObjectGraphType
{
    public sealed override object ParseDictionary(IDictionary<string, object?> value)
    {
        var document = new JsonObject();
        foreach (var (name, part) in value) document[GraphNames.OfDocument(name)] = part is JsonNode node ? node.DeepClone() : NodeOf(part);
        return document;
    }

    /// <summary>Lists of inputs hold documents already.</summary>
    private static JsonNode? NodeOf(object? part) => part is System.Collections.IEnumerable list and not string and not IEnumerable<KeyValuePair<string, object?>>
        ? new JsonArray([.. list.Cast<object?>().Select(one => one is JsonNode node ? node.DeepClone() : PlainJson.ToNode(one))])
        : PlainJson.ToNode(part);
}

using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLParser.AST;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

/// <summary>Between the plain values that variables and literals are made of and JSON.</summary>
internal static class PlainJson
{
    public static JsonElement ToElement(object? value) => JsonElement.Parse(ToNode(value)?.ToJsonString() ?? "null");

    /// <summary>As variables hold it. Numbers are whole where they are written so.</summary>
    public static object? OfElement(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(field => field.Name).ToDictionary(field => field.Key, field => OfElement(field.Last().Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(OfElement).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        BigInteger number => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset instant => JsonValue.Create(instant),
        IEnumerable<KeyValuePair<string, object?>> map => new JsonObject(map.Select(one => KeyValuePair.Create(one.Key, ToNode(one.Value)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToNode)]),
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no JSON here."),
    };

    /// <exception cref="InvalidOperationException">A variable stands inside.</exception>
    public static object? Of(GraphQLValue literal) => literal switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLBooleanValue flag => flag.Value.Length == "true".Length,
        GraphQLIntValue number => JsonElement.Parse(number.Value.ToString()),
        GraphQLFloatValue number => JsonElement.Parse(number.Value.ToString()),
        GraphQLListValue list => (list.Values ?? []).Select(Of).ToList(),
        GraphQLObjectValue map => (map.Fields ?? []).GroupBy(field => field.Name.StringValue)
            .ToDictionary(field => field.Key, field => Of(field.Last().Value)),
        _ => throw new InvalidOperationException("A variable cannot stand inside a JSON literal: send the whole value as a variable."),
    };
}

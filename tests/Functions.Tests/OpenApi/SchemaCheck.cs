using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>Holds values against schemas of the document. A keyword that it does not know is a fault of the test, lest something be passed unchecked.</summary>
internal sealed class SchemaCheck(ApiDescription api)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "enum", "const", "properties", "required", "additionalProperties", "propertyNames", "maxProperties", "items", "minItems", "maxItems",
        "minLength", "maxLength", "pattern", "minimum", "maximum", "anyOf", "oneOf", "format", "description", "default", "examples", "discriminator", "contentMediaType", "contentSchema",
    ];

    /// <returns>Where the value is otherwise than the schema says, and how; null where it is not.</returns>
    public string? WhyWrong(JsonNode? value, JsonNode schemaNode, string at = "")
    {
        var schema = api.Resolve(schemaNode);
        foreach (var (keyword, _) in schema) if (!Known.Contains(keyword)) throw new NotSupportedException($"{keyword} at {at}");
        if (schema["anyOf"] is JsonArray any && !any.Any(one => WhyWrong(value, one!, at) is null)) return $"{at}: none of anyOf, not the first for {WhyWrong(value, any[0]!, at)}";
        if (schema["oneOf"] is JsonArray one && one.Count(each => WhyWrong(value, each!, at) is null) is not 1 and var fitting) return $"{at}: {fitting} of oneOf";
        if (schema.ContainsKey("const") && !JsonNode.DeepEquals(value, schema["const"])) return $"{at}: {Show(value)} is not {Show(schema["const"])}";
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value))) return $"{at}: {Show(value)} is none of {Show(choices)}";
        if (schema["type"] is { } type && !Types(type).Any(name => IsOf(value, name))) return $"{at}: {Show(value)} is no {type.ToJsonString()}";
        return value switch
        {
            JsonObject map => WhyWrong(map, schema, at),
            JsonArray list => WhyWrong(list, schema, at),
            JsonValue plain => WhyWrong(plain, schema, at),
            _ => null,
        };
    }

    public static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => (string)one!) : [(string)type!];

    private string? WhyWrong(JsonObject value, JsonObject schema, string at)
    {
        if (value.Count > ((int?)schema["maxProperties"] ?? int.MaxValue)) return $"{at}: {value.Count} fields";
        if (schema["required"]?.AsArray().Select(name => (string)name!).FirstOrDefault(name => !value.ContainsKey(name)) is { } missing) return $"{at}: {missing} is missing";
        foreach (var (name, inner) in value)
        {
            if (schema["propertyNames"] is { } names && WhyWrong(JsonValue.Create(name), names, $"{at}/{name}") is { } misnamed) return misnamed;
            if (schema["properties"]?[name] is { } known)
            {
                if (WhyWrong(inner, known, $"{at}/{name}") is { } reason) return reason;
            }
            else if (schema["additionalProperties"] is { } other)
            {
                if (other.GetValueKind() == JsonValueKind.False) return $"{at}: {name} is not known";
                if (other is JsonObject && WhyWrong(inner, other, $"{at}/{name}") is { } reason) return reason;
            }
        }

        return null;
    }

    private string? WhyWrong(JsonArray value, JsonObject schema, string at)
    {
        if (value.Count < ((int?)schema["minItems"] ?? 0) || value.Count > ((int?)schema["maxItems"] ?? int.MaxValue)) return $"{at}: {value.Count} items";
        return schema["items"] is not { } items ? null
            : value.Select((item, place) => WhyWrong(item, items, $"{at}/{place}")).FirstOrDefault(reason => reason is not null);
    }

    private string? WhyWrong(JsonValue value, JsonObject schema, string at)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            return number < ((double?)schema["minimum"] ?? double.NegativeInfinity) || number > ((double?)schema["maximum"] ?? double.PositiveInfinity)
                ? $"{at}: {Show(value)} is out of bounds" : null;
        }

        if (value.GetValueKind() != JsonValueKind.String) return null;
        var text = value.GetValue<string>();
        var length = new StringInfo(text).LengthInTextElements is var elements && elements == text.Length ? text.Length : text.EnumerateRunes().Count();
        if (length < ((int?)schema["minLength"] ?? 0) || length > ((int?)schema["maxLength"] ?? int.MaxValue)) return $"{at}: {length} characters";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern)) return $"{at}: {Show(value)} is not like {pattern}";
        if (schema["contentSchema"] is { } content && WhyWrong(JsonNode.Parse(text), content, at) is { } reason) return reason;
        return (string?)schema["format"] == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"{at}: {Show(value)} is no date-time" : null;
    }

    private static bool IsOf(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && double.Parse(value!.ToJsonString(), CultureInfo.InvariantCulture) is var number && number == Math.Floor(number)),
        JsonValueKind.Array => type == "array",
        _ => type == "object",
    };

    private static string Show(JsonNode? value) => (value?.ToJsonString() ?? "null") is var json && json.Length > 200 ? json[..200] : value?.ToJsonString() ?? "null";
}

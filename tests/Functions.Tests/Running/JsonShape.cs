using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Holds an answer against the names and types it is documented to have.</summary>
internal static class JsonShape
{
    /// <param name="fields">
    /// Each <c>name:type</c>, all of them and no others; types are <c>string</c>, <c>number</c>, <c>boolean</c>, <c>array</c>,
    /// <c>object</c>, <c>instant</c>, with <c>?</c> behind where null may stand, or <c>any</c>.
    /// </param>
    public static void AssertShape(this JsonNode? node, params string[] fields)
    {
        var found = node!.AsObject();
        Assert.Equal(fields.Select(NameOf).Order(StringComparer.Ordinal), found.Select(property => property.Key).Order(StringComparer.Ordinal));
        foreach (var field in fields)
            Assert.True(Fits(found[NameOf(field)], field[(NameOf(field).Length + 1)..]), $"{field} is {found[NameOf(field)]?.ToJsonString() ?? "null"}");
    }

    private static string NameOf(string field) => field[..field.IndexOf(':', StringComparison.Ordinal)];

    private static bool Fits(JsonNode? value, string type)
    {
        if (value is null) return type.EndsWith('?') || type == "any";
        var kind = value.GetValueKind();
        return type.TrimEnd('?') switch
        {
            "string" => kind == JsonValueKind.String && value.GetValue<string>().Length > 0,
            "number" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "array" => kind == JsonValueKind.Array,
            "object" => kind == JsonValueKind.Object,
            "instant" => kind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetValue<string>(), out var at) && at.Offset == TimeSpan.Zero,
            "any" => true,
            _ => throw new ArgumentException($"{type} is no type.", nameof(type)),
        };
    }
}

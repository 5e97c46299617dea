using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>What the frontend knows of the moment, as an object.</summary>
internal static class ContextArgument
{
    private const int MaxNames = 50, MaxNameLength = 64, MaxTextLength = 1024;

    /// <exception cref="GraphFault">It is not accepted.</exception>
    public static AttributeMap Read(JsonElement context)
    {
        var isObject = context.ValueKind == JsonValueKind.Object;
        var values = isObject ? context.EnumerateObject().DistinctBy(value => value.Name).ToList() : [];
        return isObject && values.Count <= MaxNames && values.TrueForAll(IsAccepted)
            ? new AttributeMap(values.Select(value => KeyValuePair.Create(value.Name, Of(value.Value))))
            : throw GraphFault.BadInput(
                "context",
                $"must be an object of at most {MaxNames} texts of at most {MaxTextLength} characters, numbers and booleans, with names of 1 to {MaxNameLength} characters");
    }

    private static bool IsAccepted(JsonProperty value) => value.Name.Length is > 0 and <= MaxNameLength && value.Value.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString()!.Length <= MaxTextLength,
        JsonValueKind.Number => double.IsFinite(value.Value.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    private static AttributeValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDouble(),
        _ => value.GetBoolean(),
    };
}

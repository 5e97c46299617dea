using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>Labels are null, texts, numbers, arrays of texts alone or numbers alone, and objects of those.</summary>
internal static class LabelRules
{
    public static void Check(JsonElement labels)
    {
        switch (labels.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.String or JsonValueKind.Number:
                break;
            case JsonValueKind.Array:
                var kinds = labels.EnumerateArray().Select(label => label.ValueKind).Distinct().ToList();
                if (kinds.Count > 1 || !kinds.All(kind => kind is JsonValueKind.String or JsonValueKind.Number))
                    throw Unsupported("array");
                break;
            case JsonValueKind.Object:
                foreach (var label in labels.EnumerateObject()) Check(label.Value);
                break;
            default:
                throw Unsupported("bool");
        }
    }

    private static RefusedRequestException Unsupported(string kind) => RefusedRequestException.BadRequest($"unsupported label type: {kind}");
}

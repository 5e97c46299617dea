using System.Text.Json;

namespace PersonalizationEngine.Engine.Ingestion.Batches;

/// <summary>One event of a request: JSON, or the reason why it is none.</summary>
/// <param name="Payload">As it came; bytes that are no UTF-8 are replaced.</param>
public sealed record BatchEntry(JsonElement Json, string? Fault, Func<string> Payload)
{
    public static BatchEntry Sound(JsonElement json) => new(json, null, json.GetRawText);

    public static BatchEntry Broken(string payload, string fault) => new(default, fault, () => payload);
}

using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Demo.Documents;

/// <param name="Body">Null where the answer held no JSON object.</param>
internal sealed record AdminAnswer(JsonObject? Body, string? ETag, Uri? Location);

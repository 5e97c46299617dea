using System.Text.Json;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>A request as GraphQL over HTTP has it.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">An object; null where there is none.</param>
internal sealed record GraphQlRequest(string Query, string? OperationName, JsonElement? Variables);

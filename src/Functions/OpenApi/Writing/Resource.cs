using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>JSON that lies in the assembly.</summary>
internal static class Resource
{
    /// <param name="name">As in <c>Schemas/RuleDocument</c>.</param>
    /// <returns>Null where there is none.</returns>
    public static JsonNode? Find(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"OpenApi/{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}

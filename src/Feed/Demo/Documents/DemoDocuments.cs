using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Demo.Documents;

/// <summary>The rules and experiments of the demo, from the JSON files beside the program.</summary>
internal sealed record DemoDocuments(IReadOnlyList<JsonObject> Rules, IReadOnlyList<JsonObject> Experiments)
{
    /// <summary>Where they lie beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Demo", "Content");

    public int Count => Rules.Count + Experiments.Count;

    /// <param name="folder">Holds <c>rules.json</c> and <c>experiments.json</c>, arrays of objects with a <c>name</c>.</param>
    public static Outcome<DemoDocuments> Read(string folder)
    {
        if (!ReadArray(Path.Combine(folder, "rules.json")).TryGet(out var rules, out var failure)) return new Failure(failure);
        return ReadArray(Path.Combine(folder, "experiments.json")).TryGet(out var experiments, out failure)
            ? new DemoDocuments(rules, experiments)
            : new Failure(failure);
    }

    private static Outcome<JsonObject[]> ReadArray(string path)
    {
        try
        {
            var documents = (JsonNode.Parse(File.ReadAllText(path)) as JsonArray)?.OfType<JsonObject>().ToArray();
            return documents is null || documents.Any(document => document["name"] is not JsonValue)
                ? new Failure($"{path} does not hold an array of documents with names.")
                : documents;
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return new Failure($"{path} cannot be read: {failure.Message}");
        }
    }
}

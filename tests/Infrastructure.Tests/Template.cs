using System.Text.Json;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>main.bicep compiled: the template with one template in it for each module.</summary>
internal sealed record Template(string Name, JsonElement Json)
{
    private static readonly Lazy<(int ExitCode, string Output, string Errors)> Compiled =
        new(() => BicepCompiler.Run(House.At("infra", "bicep"), "build", "main.bicep", "--stdout"));

    public static (int ExitCode, string Output, string Errors) Build()
    {
        BicepCompiler.Require();
        return Compiled.Value;
    }

    public static IReadOnlyList<Template> All()
    {
        using var main = JsonDocument.Parse(Build().Output);
        return [.. Below("main", main.RootElement.Clone())];
    }

    public IEnumerable<JsonElement> Resources => Values(Json.GetProperty("resources"));

    public IEnumerable<JsonProperty> Members(string section) => Json.TryGetProperty(section, out var members) ? members.EnumerateObject() : [];

    private static IEnumerable<Template> Below(string name, JsonElement json)
    {
        yield return new Template(name, json);
        foreach (var resource in Values(json.GetProperty("resources")))
        {
            if (resource.GetProperty("type").GetString() != "Microsoft.Resources/deployments") continue;
            foreach (var inner in Below(resource.GetProperty("name").GetString()!, resource.GetProperty("properties").GetProperty("template"))) yield return inner;
        }
    }

    /// <summary>Resources are a list, or, where the compiler kept their names, an object.</summary>
    private static IEnumerable<JsonElement> Values(JsonElement resources) => resources.ValueKind == JsonValueKind.Array
        ? resources.EnumerateArray()
        : resources.EnumerateObject().Select(resource => resource.Value);
}

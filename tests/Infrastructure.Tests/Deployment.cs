using System.Collections.Concurrent;
using System.Text.Json;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>
/// What Azure would be asked for, as the compiler works it out of a parameter file: each resource with its values, where a value
/// is known before the deployment, and with the expression where it is not.
/// </summary>
internal sealed class Deployment
{
    /// <summary>What the parameter files take from the environment.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>
    {
        ["MYSQL_ADMIN_NAME"] = "admins",
        ["MYSQL_ADMIN_OBJECT_ID"] = "11111111-1111-1111-1111-111111111111",
        ["OPERATORS_OBJECT_ID"] = "22222222-2222-2222-2222-222222222222",
        ["ALERT_EMAIL"] = "ops@example.com",
        ["GORSE_IMAGE"] = "",
    };

    /// <summary>The names of the parameter files, and of the one that has everything.</summary>
    public static readonly string[] Names = ["dev", "prod", "whole"];

    private static readonly ConcurrentDictionary<string, Lazy<Deployment>> Made = new();

    private readonly JsonElement[] _resources;

    private Deployment(JsonElement snapshot) => _resources = [.. snapshot.GetProperty("predictedResources").EnumerateArray()];

    public static Deployment Of(string name)
    {
        BicepCompiler.Require();
        return Made.GetOrAdd(name, key => new Lazy<Deployment>(() => Make(key))).Value;
    }

    /// <summary>Resources of a type, in any case.</summary>
    public IReadOnlyList<JsonElement> All(string type) => [.. _resources.Where(resource =>
        string.Equals(resource.GetProperty("type").GetString(), type, StringComparison.OrdinalIgnoreCase))];

    public IEnumerable<string> Types => _resources.Select(resource => resource.GetProperty("type").GetString()!);

    public JsonElement One(string type) => Assert.Single(All(type));

    public IReadOnlyDictionary<string, string> AppSettings() => One("Microsoft.Web/sites/config").GetProperty("properties")
        .EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    /// <summary>The compiler writes beside the parameter file: it works on a copy.</summary>
    private static Deployment Make(string name)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-").FullName;
        try
        {
            foreach (var part in new[] { "infra", Path.Combine("deploy", "compose") }) Copy(House.At(part), Path.Combine(folder, part));
            var bicep = Path.Combine(folder, "infra", "bicep");
            var parameters = Path.Combine(bicep, "params", $"{name}.bicepparam");
            if (name == "whole") File.Copy(House.At("tests", "Infrastructure.Tests", "whole.bicepparam"), parameters);
            var (exitCode, _, errors) = BicepCompiler.Run(
                bicep, "snapshot", parameters, "--mode", "overwrite", "--subscription-id", "00000000-0000-0000-0000-000000000001",
                "--tenant-id", "00000000-0000-0000-0000-000000000002", "--resource-group", "engine", "--location", "westeurope", "--deployment-name", "main");
            Assert.True(exitCode == 0, errors);
            using var snapshot = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(parameters, "snapshot.json")));
            return new Deployment(snapshot.RootElement.Clone());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

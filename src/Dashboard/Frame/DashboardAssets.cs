using System.Collections.Frozen;
using System.Security.Cryptography;

namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>Styles, scripts and pictures, from inside the assembly. Their addresses change with their content, so browsers may keep them for good.</summary>
public static class DashboardAssets
{
    private const string Prefix = "Assets/", MainStyle = "dashboard.css";
    private const int TagLength = 12;

    private static readonly FrozenDictionary<string, DashboardAsset> All = Read();

    /// <summary>The main one first, then those of the areas.</summary>
    public static IReadOnlyList<string> Styles { get; } =
        [.. All.Keys.Where(name => name.EndsWith(".css", StringComparison.Ordinal)).OrderBy(name => name != MainStyle).ThenBy(name => name, StringComparer.Ordinal)];

    public static DashboardAsset? Find(string name) => All.GetValueOrDefault(name);

    public static string Address(string name) => $"/dashboard/assets/{name}?v={All[name].Tag}";

    private static FrozenDictionary<string, DashboardAsset> Read()
    {
        var assembly = typeof(DashboardAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new DashboardAsset(name[Prefix.Length..], content, Convert.ToHexStringLower(SHA256.HashData(content))[..TagLength]);
        }).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }
}

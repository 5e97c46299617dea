using System.Text.Json;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>
/// GrowthBook's language-neutral cases for SDK authors, kept outside the repository: in <c>../shared</c> beside it,
/// or where PERSONALIZATION_SHARED points.
/// </summary>
internal static class GrowthBookCases
{
    private const string RelativePath = "vectors/growthbook-cases.json";

    public static string? File { get; } = Find();

    /// <summary>Each case: name, condition, attributes, expected outcome, and perhaps saved groups.</summary>
    public static IReadOnlyList<JsonElement> EvalCondition { get; } = File is null
        ? []
        : [.. JsonElement.Parse(System.IO.File.ReadAllBytes(File)).GetProperty("evalCondition").EnumerateArray()];

    private static string? Find()
    {
        var shared = Environment.GetEnvironmentVariable("PERSONALIZATION_SHARED") ?? BesideTheRepository();
        var file = shared is null ? null : Path.Combine(shared, RelativePath);
        return System.IO.File.Exists(file) ? file : null;
    }

    private static string? BesideTheRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "PersonalizationEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
    }
}

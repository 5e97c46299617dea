using System.Text.Json;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Authentication;

/// <summary>The vectors that lie beside the repository, or where PERSONALIZATION_SHARED points; without them the running test is skipped and says so.</summary>
internal static class SharedVectors
{
    public static JsonElement Read(string name)
    {
        var path = Path.Combine(Root(), "vectors", name);
        Assert.SkipUnless(File.Exists(path), $"No {path}: put the shared vectors there or set PERSONALIZATION_SHARED.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("PERSONALIZATION_SHARED") is { Length: > 0 } configured) return configured;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PersonalizationEngine.sln")))
                return Path.Combine(folder.Parent!.FullName, "shared");
        }

        return "shared";
    }
}

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>Finds data sets that may not lie in the repository: in ../shared, or where PERSONALIZATION_SHARED points.</summary>
internal static class SharedData
{
    /// <summary>The lines of a file below shared/data; where there is none the running test is skipped and says so.</summary>
    public static IEnumerable<string> Lines(string relativePath)
    {
        var path = Path.Combine(Root(), "data", relativePath);
        Assert.SkipUnless(File.Exists(path), $"No {path}: put the shared data there or set PERSONALIZATION_SHARED.");
        return File.ReadLines(path);
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

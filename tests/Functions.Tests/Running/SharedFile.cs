namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Real files outside the repository: <c>../shared</c> beside it, or where PERSONALIZATION_SHARED points.</summary>
internal static class SharedFile
{
    /// <summary>The path of the file; skips the test, saying so, where it is not there.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Root(), "data", .. parts]);
        Assert.SkipUnless(File.Exists(path), $"The shared file {Path.Combine(parts)} is not there (see PERSONALIZATION_SHARED).");
        return path;
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("PERSONALIZATION_SHARED") is { Length: > 0 } given) return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("PersonalizationEngine.sln").Length == 0) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared");
    }
}

namespace EmbeddedHost.Tests;

/// <summary>The data beside the repository that is not committed with it.</summary>
internal static class SharedFolder
{
    public const string Variable = "PERSONALIZATION_SHARED";

    /// <summary>Null where the file is not there.</summary>
    public static string? Find(string path)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? BesideRepository(), path);
        return File.Exists(file) ? file : null;
    }

    private static string BesideRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("PersonalizationEngine.sln").Length == 0) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }
}

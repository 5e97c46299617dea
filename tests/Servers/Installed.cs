namespace PersonalizationEngine.Servers;

/// <summary>Finds a program that the machine may or may not have.</summary>
public static class Installed
{
    private static readonly string[] Beyond = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin"];

    /// <returns>Its path, or null.</returns>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(Beyond)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}

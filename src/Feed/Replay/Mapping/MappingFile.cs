using PersonalizationEngine.Feed.Replay.Mapping.Yaml;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>Finds the mapping a person named: a file, or one that ships with the program.</summary>
internal static class MappingFile
{
    /// <param name="name">A path, or the name of a shipped mapping without its ending.</param>
    public static Outcome<TemplateMapping> Read(string name, Endpoint? to)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "Mappings", name + ".yaml");
        var path = !File.Exists(name) && File.Exists(shipped) ? shipped : name;
        try
        {
            return MappingReader.Read(File.ReadAllText(path), name, to);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Failure($"The mapping {name} is not there; shipped are {string.Join(", ", Shipped())}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Failure($"{name} cannot be read: {failure.Message}");
        }
    }

    private static IEnumerable<string> Shipped() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Mappings"), "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}

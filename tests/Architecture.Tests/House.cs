using System.Xml.Linq;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The repository on disk.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> SourceFiles { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Components of pages.</summary>
    public static IReadOnlyList<string> Components { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.razor", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static XDocument Project(string name) => XDocument.Load(Path.Combine(Root, "src", name, $"{name}.csproj"));

    public static IEnumerable<string> ProjectReferences(string name) => Project(name).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    public static IEnumerable<string> PackageReferences(string name) =>
        Project(name).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Files stay small and folders keep telling names, so that a reader finds a behaviour without a map.</summary>
public sealed class FileTests
{
    private const int Longest = 300, MedianBound = 60;

    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Misc", "Manager", "Managers"];

    [Fact]
    public void SourceFiles_Lengths_StayWithinBounds()
    {
        var lengths = House.SourceFiles.Select(file => (File: House.Relative(file), Lines: File.ReadLines(file).Count())).ToList();

        Assert.DoesNotContain(lengths, file => file.Lines > Longest);
        Assert.InRange(lengths.Select(file => file.Lines).Order().ElementAt(lengths.Count / 2), 1, MedianBound);
    }

    [Fact]
    public void Components_Lengths_StayWithinBounds() => Assert.All(House.Components, file => Assert.InRange(File.ReadLines(file).Count(), 1, Longest));

    [Fact]
    public void SourceFiles_Names_SayWhatIsInThem()
    {
        var offenders = House.SourceFiles.Concat(House.Components).Select(House.Relative)
            .Where(file => Path.ChangeExtension(file, null).Split(Path.DirectorySeparatorChar).Intersect(EmptyNames).Any());

        Assert.Empty(offenders);
    }

    [Fact]
    public void SourceFiles_Namespaces_FollowTheFolders()
    {
        // The embedded host declares Azure's namespaces.
        var offenders = House.SourceFiles.Where(file => !file.Contains("EmbeddedHost", StringComparison.Ordinal) && !FollowsItsFolder(file));

        Assert.Empty(offenders.Select(House.Relative));
    }

    private static bool FollowsItsFolder(string file)
    {
        var folders = Path.GetDirectoryName(House.Relative(file))!.Split(Path.DirectorySeparatorChar).Skip(1);
        var declared = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
        return declared is null || declared == $"namespace PersonalizationEngine.{string.Join('.', folders)};";
    }
}

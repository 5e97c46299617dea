namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>
/// Finds data sets below a folder by what lies there: files named after train and test that belong together, else files that
/// hold ratings with times, which are cut here. What is neither is passed over.
/// </summary>
internal static class DataSetFinder
{
    private static readonly string[] Extensions =
        ["", ".txt", ".tsv", ".csv", ".dat", ".data", ".rating", ".ratings", ".negative", ".inter", ".base", ".test", ".train"];

    public static IEnumerable<DataSet> Find(string root) =>
        Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Prepend(root)
            .Order(StringComparer.Ordinal)
            .SelectMany(folder => InFolder(folder));

    private static IEnumerable<DataSet> InFolder(string folder)
    {
        FilePart[] parts = [.. Directory.EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Where(path => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            .Select(FilePart.Of)];
        var tests = parts.Where(part => part.Kind == PartKind.Test).ToArray();
        foreach (var test in tests)
        {
            if (TrainOf(test, parts) is not { } train) continue;
            var name = Name(folder, test, tests.Length);
            foreach (var dataSet in DataSetReader.ReadParts(name, train, test, parts)) yield return dataSet;
        }

        if (tests.Length > 0) yield break;
        foreach (var part in parts.Where(part => part.Kind == PartKind.Whole))
            if (DataSetReader.ReadWhole(Name(folder, part, parts.Length), part) is { } dataSet) yield return dataSet;
    }

    /// <summary>The train file of the same name, the fullest of several; else the largest other file of the folder.</summary>
    private static FilePart? TrainOf(FilePart test, FilePart[] parts)
    {
        var trains = parts.Where(part => part.Kind == PartKind.Train);
        var own = trains.Where(part => part.Key == test.Key);
        return Largest(own) ?? Largest(trains.Where(IsOfPurchases)) ?? Largest(trains)
            ?? Largest(parts.Where(part => part.Kind == PartKind.Whole));
    }

    /// <summary>Of shops that tell views, carts and purchases apart, purchases are what is to be found.</summary>
    private static bool IsOfPurchases(FilePart part) => part.Key.Contains("buy", StringComparison.OrdinalIgnoreCase);

    private static FilePart? Largest(IEnumerable<FilePart> parts) => parts.MaxBy(part => new FileInfo(part.Path).Length);

    private static string Name(string folder, FilePart part, int siblings)
    {
        var own = Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/', '\\'));
        return siblings > 1 ? $"{own}/{Path.GetFileNameWithoutExtension(part.Key)}" : own;
    }
}

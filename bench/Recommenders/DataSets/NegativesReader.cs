namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>Reads the candidates of the NCF protocol: `(person,item)`, tab, items, tab between them.</summary>
internal static class NegativesReader
{
    public static IReadOnlyList<(string Person, string[] Items)> Read(string path) =>
    [
        .. from line in File.ReadLines(path)
           let fields = line.Split('\t', StringSplitOptions.RemoveEmptyEntries)
           where fields.Length > 1
           select (fields[0].Trim('(', ')').Split(',')[0].Trim(), fields[1..]),
    ];
}

using System.Text;

namespace PersonalizationEngine.Bench.LeadScoring;

/// <summary>Rows of a comma-separated file by the names of its columns.</summary>
internal static class LeadFile
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = Fields(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            var fields = Fields(line);
            return (IReadOnlyDictionary<string, string>)names.Select((name, place) => (name, place)).DistinctBy(column => column.name)
                .ToDictionary(column => column.name, column => column.place < fields.Count ? fields[column.place].Trim() : "");
        })];
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var character in line)
        {
            if (character == '"') isQuoted = !isQuoted;
            else if (character == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(character);
        }

        fields.Add(field.ToString());
        return fields;
    }
}

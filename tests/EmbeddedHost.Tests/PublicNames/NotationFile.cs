namespace EmbeddedHost.Tests.PublicNames;

/// <summary>Reads the notation of functions-api.md: a type's line at the margin, its members indented below it.</summary>
internal static class NotationFile
{
    private const string TypePrefix = "namespace ";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string text)
    {
        var types = new Dictionary<string, IReadOnlyList<string>>();
        List<string>? members = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.StartsWith(TypePrefix, StringComparison.Ordinal)) types[line] = members = [];
            else if (line.StartsWith("  ", StringComparison.Ordinal)) members?.Add(line.Trim());
            else members = null;
        }

        return types;
    }
}

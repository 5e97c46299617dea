using System.Text.RegularExpressions;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>One file of infra/alerts: comment lines, thresholds as <c>let</c> lines, one query.</summary>
internal sealed partial record AlertQuery(string Name, string Text)
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "infra", "alerts");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.kql").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>Names of metrics the query asks for.</summary>
    public IReadOnlySet<string> Metrics => MetricName().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Attributes of metrics the query asks for.</summary>
    public IReadOnlySet<string> Attributes => Property().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    public static AlertQuery Read(string name) => new(name, File.ReadAllText(Path.Combine(Folder, $"{name}.kql")));

    /// <summary>
    /// For ClickHouse's dialect of the language, which has no time spans in <c>let</c> and no way into a dynamic column: thresholds
    /// stand where they are used, and a property is a column <c>Properties_NAME</c>. Nothing else is changed.
    /// </summary>
    public string ForClickHouse()
    {
        var query = Comment().Replace(Text, "");
        foreach (Match threshold in Threshold().Matches(query)) query = Regex.Replace(query, $@"\b{threshold.Groups[1].Value}\b(?! =)", threshold.Groups[2].Value);
        return Property().Replace(Threshold().Replace(query, ""), "Properties_$1").Trim();
    }

    [GeneratedRegex(@"^//.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^let (\w+) = (.*);\n", RegexOptions.Multiline)]
    private static partial Regex Threshold();

    [GeneratedRegex(@"tostring\(Properties\.(\w+)\)")]
    private static partial Regex Property();

    [GeneratedRegex("\"((?:personalization|dotnet|http)\\.[a-z_.]+)\"")]
    private static partial Regex MetricName();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}

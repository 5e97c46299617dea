using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>Reads the text format of Prometheus, version 0.0.4, and forgives nothing.</summary>
internal sealed partial class ExpositionText
{
    private readonly List<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> _samples = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Types => _types;

    public IReadOnlySet<string> Names => _samples.Select(sample => sample.Name).ToHashSet(StringComparer.Ordinal);

    /// <exception cref="FormatException">A line that the format does not have.</exception>
    public static ExpositionText Parse(string text)
    {
        if (!text.EndsWith('\n')) throw new FormatException("The last line does not end.");
        var read = new ExpositionText();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                if (parts.Length != 4 || !Name().IsMatch(parts[2]) || parts[3] is not ("counter" or "gauge" or "histogram" or "summary" or "untyped")) throw new FormatException(line);
                if (!read._types.TryAdd(parts[2], parts[3])) throw new FormatException($"Twice: {line}");
            }
            else if (!line.StartsWith('#') && line.Length > 0)
            {
                read.AddSample(line, met);
            }
        }

        return read;
    }

    /// <summary>The sum of all samples of that name whose labels include these.</summary>
    public double Sum(string name, params (string Name, string Value)[] labels) => Of(name, labels).Sum(sample => sample.Value);

    public IEnumerable<string> Values(string name, string label) => Of(name, []).Select(sample => sample.Labels.GetValueOrDefault(label, "")).Distinct();

    private IEnumerable<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> Of(string name, (string Name, string Value)[] labels) =>
        _samples.Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value));

    private void AddSample(string line, HashSet<string> met)
    {
        var match = Sample().Match(line);
        if (!match.Success) throw new FormatException(line);
        if (!met.Add(match.Groups["name"].Value + match.Groups["labels"].Value)) throw new FormatException($"Twice: {line}");
        var labels = Label().Matches(match.Groups["labels"].Value).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value, StringComparer.Ordinal);
        var value = match.Groups["value"].Value;
        _samples.Add((match.Groups["name"].Value, labels, value switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture),
        }));
        var family = Suffix().Replace(match.Groups["name"].Value, "");
        if (!_types.ContainsKey(match.Groups["name"].Value) && !_types.ContainsKey(family)) throw new FormatException($"No type: {line}");
    }

    [GeneratedRegex("^[a-zA-Z_:][a-zA-Z0-9_:]*$")]
    private static partial Regex Name();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*")*,?\})? (?<value>[+-]?(?:Inf|NaN|[0-9.]+(?:[eE][+-]?[0-9]+)?))(?: [0-9]+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}

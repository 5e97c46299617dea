using System.Globalization;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>
/// The parts of a condition as the fields of a form, and back. A part has the name of its group and its place in it, such as
/// <c>condition.0.2</c>, and its fields stand below: <c>.k</c> says what it is.
/// </summary>
public static class ConditionFields
{
    /// <summary>Deeper groups are not looked for, whoever sends them.</summary>
    private const int Deepest = 32, MostInGroup = 300;

    private static readonly (Joining Joining, string Code)[] Joinings = [(Joining.All, "all"), (Joining.Any, "any"), (Joining.None, "none")];

    public static string CodeOf(Joining joining) => Joinings.First(one => one.Joining == joining).Code;

    /// <returns>Null where the form has no such condition.</returns>
    public static OutlineGroup? Read(PostedForm form, string name) =>
        ReadPart(form, name, 0) switch
        {
            OutlineGroup group => group,
            { } part => new OutlineGroup(Joining.All, [part]),
            null => null,
        };

    public static IEnumerable<(string Name, string Value)> Write(OutlinePart part, string name) => part switch
    {
        OutlineGroup group => [($"{name}.k", CodeOf(group.Joining)), .. group.Parts.SelectMany((inner, i) => Write(inner, Below(name, i)))],
        OutlineTest test =>
            [($"{name}.k", "test"), ($"{name}.a", test.Attribute), ($"{name}.o", test.Operator), ($"{name}.v", Lines(test.Values)), .. test.AsText ? [($"{name}.t", "on")] : Array.Empty<(string, string)>()],
        OutlineMembership segment => [($"{name}.k", "segment"), ($"{name}.o", segment.Operator), ($"{name}.v", Lines(segment.Keys))],
        OutlineActs acts =>
        [
            ($"{name}.k", "did"), ($"{name}.o", acts.Operator), ($"{name}.event", Lines(acts.Events)), ($"{name}.page", Lines(acts.Pages)),
            ($"{name}.form", Lines(acts.Forms)), ($"{name}.signal", acts.Signal), ($"{name}.within", acts.Within), ($"{name}.times", acts.Times),
        ],
        OutlineHours hours =>
        [
            ($"{name}.k", "during"), ($"{name}.zone", hours.TimeZone), ($"{name}.otherwise", hours.Otherwise),
            .. hours.Weekdays.Select(day => ($"{name}.day", day)), ($"{name}.from", hours.From), ($"{name}.to", hours.To),
        ],
        OutlineJson kept => [($"{name}.k", "json"), ($"{name}.v", kept.Json)],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name),
    };

    public static string Below(string name, int place) => string.Create(CultureInfo.InvariantCulture, $"{name}.{place}");

    public static string Lines(IReadOnlyList<string> texts) => string.Join('\n', texts);

    private static OutlinePart? ReadPart(PostedForm form, string name, int depth) => form[$"{name}.k"] switch
    {
        "test" => ReadTest(form, name),
        "segment" => new OutlineMembership(form[$"{name}.o"] ?? "$inSegment", Trimmed(form, $"{name}.v")),
        "did" => new OutlineActs(
            form[$"{name}.o"] ?? "$did", Trimmed(form, $"{name}.event"), Trimmed(form, $"{name}.page"), Trimmed(form, $"{name}.form"),
            form[$"{name}.signal"] ?? "", form[$"{name}.within"] ?? "", form[$"{name}.times"] ?? ""),
        "during" => new OutlineHours(
            form[$"{name}.zone"] ?? "", form[$"{name}.otherwise"] ?? "", [.. form.All($"{name}.day")], form[$"{name}.from"] ?? "", form[$"{name}.to"] ?? ""),
        "json" => new OutlineJson((form.Raw($"{name}.v") ?? "").ReplaceLineEndings("\n")),
        { } code when Array.Exists(Joinings, one => one.Code == code) =>
            new OutlineGroup(Joinings.First(one => one.Code == code).Joining, depth >= Deepest ? [] : ReadParts(form, name, depth)),
        _ => null,
    };

    private static List<OutlinePart> ReadParts(PostedForm form, string name, int depth)
    {
        var parts = new List<OutlinePart>();
        while (parts.Count < MostInGroup && ReadPart(form, Below(name, parts.Count), depth + 1) is { } part) parts.Add(part);
        return parts;
    }

    private static OutlineTest ReadTest(PostedForm form, string name)
    {
        var (code, asText) = (form[$"{name}.o"] ?? OutlineOperator.Plain, form.Has($"{name}.t"));
        var typed = SplitLines(form.Raw($"{name}.v"));
        IReadOnlyList<string> values = OutlineOperator.Find(code)?.Takes switch
        {
            OperatorTakes.Nothing => [],
            OperatorTakes.List => [.. typed.Select(value => asText ? value : value.Trim()).Where(value => value.Length > 0)],
            OperatorTakes.Text => [typed[0]],
            _ => [asText ? typed[0] : typed[0].Trim()],
        };
        return new OutlineTest(form[$"{name}.a"] ?? "", code, values, asText);
    }

    private static string[] Trimmed(PostedForm form, string name) =>
        [.. SplitLines(form.Raw(name)).Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>Browsers send the lines of a text with a carriage return before each line feed.</summary>
    private static string[] SplitLines(string? text) => (text ?? "").ReplaceLineEndings("\n").Split('\n');
}

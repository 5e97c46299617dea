using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <summary>A condition in words, a line for each part, deeper ones further in.</summary>
public static class OutlineWords
{
    public static IReadOnlyList<ShownLine> Of(OutlineGroup outline) =>
        outline is { Joining: Joining.All, Parts.Count: 0 } ? [new ShownLine(0, "everybody")]
        : outline.Joining == Joining.All ? [.. outline.Parts.SelectMany(part => Of(part, 0))] : [.. Of(outline, 0)];

    public static string Of(Joining joining) => joining switch
    {
        Joining.All => "all of these hold",
        Joining.Any => "at least one of these holds",
        _ => "none of these holds",
    };

    private static IEnumerable<ShownLine> Of(OutlinePart part, int depth) => part switch
    {
        OutlineGroup group => [new ShownLine(depth, $"{Of(group.Joining)}:"), .. group.Parts.SelectMany(inner => Of(inner, depth + 1))],
        OutlineTest test => [new ShownLine(depth, Of(test))],
        OutlineMembership segment => [new ShownLine(depth, $"{OfMembership(segment.Operator)} {Listed(segment.Keys)}")],
        OutlineActs acts => [new ShownLine(depth, Of(acts))],
        OutlineHours hours => [new ShownLine(depth, Of(hours))],
        OutlineJson kept => [new ShownLine(depth, kept.Json)],
        _ => [],
    };

    public static string OfMembership(string code) => code switch
    {
        "$inSegment" => "is in one of the segments",
        "$notInSegment" => "is in none of the segments",
        _ => "is in all of the segments",
    };

    private static string Of(OutlineTest test)
    {
        var words = OutlineOperator.Find(test.Operator)?.Words ?? test.Operator;
        return test.Values.Count == 0 ? $"{test.Attribute} {words}" : $"{test.Attribute} {words} {Listed(test.Values)}";
    }

    private static string Of(OutlineActs acts)
    {
        string[] what =
        [
            .. acts.Events.Count > 0 ? [$"event {Listed(acts.Events)}"] : Array.Empty<string>(),
            .. acts.Pages.Count > 0 ? [$"page {Listed(acts.Pages)}"] : Array.Empty<string>(),
            .. acts.Forms.Count > 0 ? [$"form {Listed(acts.Forms)}"] : Array.Empty<string>(),
            .. acts.Signal.Length > 0 ? [$"signal {acts.Signal}"] : Array.Empty<string>(),
        ];
        var times = acts.Times.Length > 0 ? $" at least {acts.Times} times" : "";
        return $"{(acts.Operator == "$did" ? "did" : "did not")}: {string.Join(" with ", what)}{times} within {(acts.Within.Length > 0 ? acts.Within : "30d")}";
    }

    private static string Of(OutlineHours hours)
    {
        var days = hours.Weekdays.Count > 0 ? string.Join(", ", hours.Weekdays) : "any day";
        var clock = hours.From.Length + hours.To.Length > 0 ? $" from {(hours.From.Length > 0 ? hours.From : "00:00")} to {(hours.To.Length > 0 ? hours.To : "24:00")}" : "";
        return $"it is {days}{clock}, {(hours.TimeZone.Length > 0 ? hours.TimeZone : "UTC")}{(hours.Otherwise.Length > 0 ? $", otherwise {hours.Otherwise}" : "")}";
    }

    private static string Listed(IReadOnlyList<string> texts) => string.Join(", ", texts);
}

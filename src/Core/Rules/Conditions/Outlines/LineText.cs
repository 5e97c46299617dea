namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>A line as a member of a condition's object.</summary>
/// <param name="Operator">Under the name, for a test of an attribute; null where the value stands by itself.</param>
/// <param name="IsJoinable">Several such values can stand in one list.</param>
internal sealed record LineText(string Name, string? Operator, string Value, bool IsJoinable = false)
{
    public static LineText Of(OutlinePart part) => part switch
    {
        OutlineTest test => Of(test),
        OutlineMembership { Operator: "$savedGroups" } membership => new LineText(membership.Operator, null, List(membership.Keys)),
        OutlineMembership membership => new LineText(membership.Operator, null, OneOrList(membership.Keys)),
        OutlineActs acts => new LineText(acts.Operator, null, Of(acts), IsJoinable: true),
        OutlineHours hours => new LineText("$during", null, Of(hours)),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name),
    };

    private static LineText Of(OutlineTest test)
    {
        var first = test.Values.Count > 0 ? test.Values[0] : "";
        return test.Operator switch
        {
            OutlineOperator.Plain => new LineText(test.Attribute, null, OutlineValue.ToJson(first, test.AsText)),
            OutlineOperator.Exists => new LineText(test.Attribute, OutlineOperator.Exists, "true"),
            OutlineOperator.Absent => new LineText(test.Attribute, OutlineOperator.Exists, "false"),
            var code => new LineText(test.Attribute, code, OutlineOperator.Find(code)?.Takes switch
            {
                OperatorTakes.List => $"[{string.Join(',', test.Values.Select(value => OutlineValue.ToJson(value, test.AsText)))}]",
                OperatorTakes.Value => OutlineValue.ToJson(first, test.AsText),
                _ => OutlineValue.Quote(first),
            }),
        };
    }

    private static string Of(OutlineActs acts) => Object(
        ("event", Given(acts.Events)), ("page", Given(acts.Pages)), ("form", Given(acts.Forms)), ("signal", Given(acts.Signal)),
        ("within", Given(acts.Within)), ("times", acts.Times.Length == 0 ? null : OutlineValue.ToJson(acts.Times, asText: false)));

    private static string Of(OutlineHours hours) => Object(
        ("time_zone", Given(hours.TimeZone)), ("otherwise", Given(hours.Otherwise)), ("weekdays", hours.Weekdays.Count == 0 ? null : List(hours.Weekdays)),
        ("from", Given(hours.From)), ("to", Given(hours.To)));

    private static string Object(params IEnumerable<(string Name, string? Value)> members) =>
        $"{{{string.Join(',', members.Where(member => member.Value is not null).Select(member => $"\"{member.Name}\":{member.Value}"))}}}";

    private static string? Given(string text) => text.Length == 0 ? null : OutlineValue.Quote(text);

    private static string? Given(IReadOnlyList<string> texts) => texts.Count == 0 ? null : OneOrList(texts);

    private static string OneOrList(IReadOnlyList<string> texts) => texts.Count == 1 ? OutlineValue.Quote(texts[0]) : List(texts);

    private static string List(IReadOnlyList<string> texts) => $"[{string.Join(',', texts.Select(OutlineValue.Quote))}]";
}

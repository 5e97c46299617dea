using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>Reads a member of a condition as lines, all of which must hold.</summary>
internal static class LineReader
{
    private const string During = "$during", Did = "$did", DidNot = "$didNot";

    private static readonly string[] OfActs = ["event", "page", "form", "signal", "within", "times"];
    private static readonly string[] OfHours = ["time_zone", "otherwise", "weekdays", "from", "to"];

    /// <summary>Null for what no line can say.</summary>
    public static IReadOnlyList<OutlinePart>? Read(string name, JsonElement value)
    {
        if (SegmentReader.Knows(name)) return Texts(value) is { Count: > 0 } keys ? [new OutlineMembership(name, keys)] : null;
        if (name is Did or DidNot) return ReadActs(name, value);
        if (name == During) return ReadHours(value) is { } hours ? [hours] : null;
        if (LogicReader.Names.Contains(name) || name.Length == 0 || name != name.Trim() || name.Any(char.IsControl)) return null;
        return ObjectMembers.HasOperators(value) ? ReadOperators(name, value) : ReadPlain(name, value);
    }

    private static OutlinePart[]? ReadPlain(string name, JsonElement value) =>
        OutlineValue.Read([value]) is { } read ? [new OutlineTest(name, OutlineOperator.Plain, read.Values, read.AsText)] : null;

    private static List<OutlinePart>? ReadOperators(string name, JsonElement value)
    {
        var tests = new List<OutlinePart>();
        foreach (var member in value.EnumerateObject())
        {
            if (!JsonText.IsReadable(member) || ReadOperator(name, member) is not { } test) return null;
            if (tests.Exists(before => before is OutlineTest one && Written(one.Operator) == Written(test.Operator))) return null;
            tests.Add(test);
        }

        return tests;

        static string Written(string code) => code == OutlineOperator.Absent ? OutlineOperator.Exists : code;
    }

    private static OutlineTest? ReadOperator(string name, JsonProperty member)
    {
        if (member.Name == OutlineOperator.Exists)
        {
            return member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new OutlineTest(name, member.Value.GetBoolean() ? OutlineOperator.Exists : OutlineOperator.Absent, [], false)
                : null;
        }

        if (member.Name == OutlineOperator.Plain || OutlineOperator.Find(member.Name) is not { } known) return null;
        return known.Takes switch
        {
            OperatorTakes.Text => OutlineValue.Line(member.Value) is { } text ? new OutlineTest(name, known.Code, [text], text.Length == 0) : null,
            OperatorTakes.Value => OutlineValue.Read([member.Value]) is { } one ? new OutlineTest(name, known.Code, one.Values, one.AsText) : null,
            _ => member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0
                && OutlineValue.Read(member.Value.EnumerateArray()) is { } list && !list.Values.Contains("")
                ? new OutlineTest(name, known.Code, list.Values, list.AsText)
                : null,
        };
    }

    private static List<OutlinePart>? ReadActs(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return ReadOneAct(name, value) is { } one ? [one] : null;
        if (value.GetArrayLength() == 0) return null;
        var acts = value.EnumerateArray().Select(item => ReadOneAct(name, item)).OfType<OutlinePart>().ToList();
        return acts.Count == value.GetArrayLength() ? acts : null;
    }

    private static OutlineActs? ReadOneAct(string name, JsonElement value)
    {
        if (!HasOnly(value, OfActs)) return null;
        if (Texts(value, "event") is not { } events || Texts(value, "page") is not { } pages || Texts(value, "form") is not { } forms) return null;
        if (Text(value, "signal") is not { } signal || Text(value, "within") is not { } within) return null;
        var times = !value.TryGetProperty("times", out var json) ? "" : json.ValueKind == JsonValueKind.Number ? json.GetRawText() : null;
        return times is null ? null : new OutlineActs(name, events, pages, forms, signal, within, times);
    }

    private static OutlineHours? ReadHours(JsonElement value)
    {
        if (!HasOnly(value, OfHours)) return null;
        return Text(value, "time_zone") is { } zone && Text(value, "otherwise") is { } otherwise && Texts(value, "weekdays") is { } weekdays
            && Text(value, "from") is { } from && Text(value, "to") is { } to
            ? new OutlineHours(zone, otherwise, [.. weekdays.Select(day => day.ToLowerInvariant())], from, to)
            : null;
    }

    private static bool HasOnly(JsonElement value, string[] names) => value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().All(member => JsonText.IsReadable(member) && names.Contains(member.Name))
        && value.EnumerateObject().DistinctBy(member => member.Name).Count() == value.GetPropertyCount();

    /// <summary>Empty where it is absent, null for what is no text that can be typed.</summary>
    private static string? Text(JsonElement value, string name) =>
        !value.TryGetProperty(name, out var json) ? "" : Typed(json);

    private static List<string>? Texts(JsonElement value, string name) => !value.TryGetProperty(name, out var json) ? [] : Texts(json);

    private static List<string>? Texts(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return Typed(json) is { } one ? [one] : null;
        var texts = json.EnumerateArray().Select(Typed).OfType<string>().ToList();
        return texts.Count == json.GetArrayLength() && texts.Count > 0 ? texts : null;
    }

    private static string? Typed(JsonElement json) => OutlineValue.Line(json) is { Length: > 0 } text && text == text.Trim() ? text : null;
}

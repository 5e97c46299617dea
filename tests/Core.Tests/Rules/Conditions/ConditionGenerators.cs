using CsCheck;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>Random conditions and attributes as JSON, from few names and values so that they often meet.</summary>
internal static class ConditionGenerators
{
    private const int Depth = 3;

    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c", "c.a", "c.0", "c.1.a", "d~/e");

    public static Gen<string> Scalar { get; } = Gen.OneOf(
        "null", "true", "false", "0", "1", "-2.5", "12345678901234567", "\"\"", "\"1\"", "\" 1 \"", "\"true\"", "\"x\"", "\"X\"",
        "\"xyzzy\"", "\"2026-05-01\"", "\"1.2.3\"", "\"v1.2.3-rc.1+9\"", "\"İ\"");

    public static Gen<string> Attributes { get; } = Map(Name, Value(2));

    public static Gen<string> Groups { get; } = Map(Gen.OneOf("g", "h"), List(Scalar));

    public static Gen<string> Valid { get; } = Condition(Depth);

    public static Gen<string> Test { get; } = Operators(1);

    /// <summary>JSON in which operators, names and values stand anywhere.</summary>
    public static Gen<string> Garbage { get; } = Anything(4);

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency((3, Scalar), (1, List(Value(depth - 1))), (1, Map(Gen.OneOf("a", "b", "0", ""), Value(depth - 1))));

    private static Gen<string> Condition(int depth)
    {
        var attribute = Member(Name, depth == 0 ? Value(1) : Gen.OneOf(Value(1), Operators(depth - 1)));
        if (depth == 0) return Object(attribute);
        var branches = List(Condition(depth - 1));
        return Object(Gen.Frequency(
            (4, attribute),
            (1, Member(Gen.OneOf("$and", "$or", "$nor"), branches)),
            (1, Member(Gen.OneOf("$not"), Condition(depth - 1)))));
    }

    private static Gen<string> Operators(int depth)
    {
        var leaf = Gen.OneOf(
            Member(Gen.OneOf("$eq", "$ne"), Value(2)),
            Member(Gen.OneOf("$lt", "$lte", "$gt", "$gte"), Scalar),
            Member(Gen.OneOf("$in", "$nin", "$ini", "$nini"), List(Value(1))),
            Member(Gen.OneOf("$inGroup", "$notInGroup"), Gen.OneOf("\"g\"", "\"unknown\"")),
            Member(Gen.OneOf("$exists"), Gen.OneOf("true", "false")),
            Member(Gen.OneOf("$type"), Gen.OneOf("\"string\"", "\"number\"", "\"array\"", "\"null\"", "\"undefined\"")),
            Member(Gen.OneOf("$regex", "$regexi", "$notRegex", "$notRegexi"), Gen.OneOf("\"^x\"", "\"[0-9]\"", "\"(?!x)z\"", "\"\"")),
            Member(Gen.OneOf("$veq", "$vne", "$vlt", "$vlte", "$vgt", "$vgte"), Gen.OneOf("\"1.2.3\"", "\"1.2\"", "1", "\"x\"")));
        if (depth == 0) return Object(leaf);
        var test = Gen.OneOf(Scalar, Operators(depth - 1));
        return Object(Gen.Frequency(
            (8, leaf),
            (1, Member(Gen.OneOf("$all", "$alli", "$and", "$or", "$nor"), List(test))),
            (1, Member(Gen.OneOf("$not"), test)),
            (1, Member(Gen.OneOf("$size", "$elemMatch"), Operators(depth - 1))),
            (1, Member(Gen.OneOf("$elemMatch"), Condition(depth - 1)))));
    }

    private static Gen<string> Anything(int depth)
    {
        var scalar = Gen.OneOf(Scalar, Gen.OneOf("\"(\"", "\"\\ud800\"", "\"$gt\"", "1e999"));
        if (depth == 0) return scalar;
        var name = Gen.OneOf(
            Name,
            Gen.OneOf("", "$", "$x", "$and", "$or", "$nor", "$not", "$eq", "$gt", "$vgt", "$in", "$nini", "$all"),
            Gen.OneOf("$alli", "$elemMatch", "$size", "$exists", "$type", "$regex", "$regexi", "$inGroup", "$notInGroup"));
        var inner = Anything(depth - 1);
        return Gen.Frequency((1, scalar), (1, List(inner)), (4, Object(Member(name, inner), distinct: false)));
    }

    private static Gen<string> List(Gen<string> item) => item.List[0, 3].Select(items => $"[{string.Join(",", items)}]");

    private static Gen<string> Map(Gen<string> name, Gen<string> value) => Object(Member(name, value));

    private static Gen<(string Name, string Json)> Member(Gen<string> name, Gen<string> value) =>
        Gen.Select(name, value, (key, json) => (key, $"\"{key}\":{json}"));

    private static Gen<string> Object(Gen<(string Name, string Json)> member, bool distinct = true) =>
        member.List[1, 3].Select(members =>
        {
            var kept = distinct ? members.DistinctBy(each => each.Name) : members;
            return $"{{{string.Join(",", kept.Select(each => each.Json))}}}";
        });
}

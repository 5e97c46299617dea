namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>An operator that a line can have.</summary>
/// <param name="Code">As conditions write it; <c>=</c> for a plain value and <c>absent</c> for <c>$exists</c> with false.</param>
/// <param name="Words">Between the attribute and the value.</param>
/// <param name="Fits">Kinds of values it can be asked of: <c>text</c>, <c>number</c>, <c>boolean</c>, <c>list</c>.</param>
public sealed record OutlineOperator(string Code, string Words, OperatorTakes Takes, params IReadOnlyList<string> Fits)
{
    public const string Plain = "=", Exists = "$exists", Absent = "absent";

    public static IReadOnlyList<OutlineOperator> All { get; } =
    [
        new(Plain, "is", OperatorTakes.Value, "text", "number", "boolean"),
        new("$ne", "is not", OperatorTakes.Value, "text", "number", "boolean"),
        new("$gte", "is at least", OperatorTakes.Value, "number"),
        new("$gt", "is more than", OperatorTakes.Value, "number"),
        new("$lte", "is at most", OperatorTakes.Value, "number"),
        new("$lt", "is less than", OperatorTakes.Value, "number"),
        new("$in", "is one of", OperatorTakes.List, "text", "number", "list"),
        new("$nin", "is none of", OperatorTakes.List, "text", "number", "list"),
        new("$ini", "is one of, in any case", OperatorTakes.List, "text", "list"),
        new("$nini", "is none of, in any case", OperatorTakes.List, "text", "list"),
        new("$all", "has all of", OperatorTakes.List, "list"),
        new("$alli", "has all of, in any case", OperatorTakes.List, "list"),
        new("$size", "has so many entries", OperatorTakes.Value, "list"),
        new("$regexi", "matches the pattern, in any case", OperatorTakes.Text, "text"),
        new("$regex", "matches the pattern", OperatorTakes.Text, "text"),
        new("$notRegexi", "does not match the pattern, in any case", OperatorTakes.Text, "text"),
        new("$notRegex", "does not match the pattern", OperatorTakes.Text, "text"),
        new("$inGroup", "is in the saved group", OperatorTakes.Text, "text", "number", "list"),
        new("$notInGroup", "is not in the saved group", OperatorTakes.Text, "text", "number", "list"),
        new(Exists, "is known", OperatorTakes.Nothing, "text", "number", "boolean", "list"),
        new(Absent, "is not known", OperatorTakes.Nothing, "text", "number", "boolean", "list"),
        new("$eq", "is exactly", OperatorTakes.Value, "text", "number", "boolean"),
        new("$veq", "is the version", OperatorTakes.Text, "version"),
        new("$vne", "is not the version", OperatorTakes.Text, "version"),
        new("$vgte", "is the version or later", OperatorTakes.Text, "version"),
        new("$vgt", "is later than the version", OperatorTakes.Text, "version"),
        new("$vlte", "is the version or earlier", OperatorTakes.Text, "version"),
        new("$vlt", "is earlier than the version", OperatorTakes.Text, "version"),
        new("$type", "is of the type", OperatorTakes.Text, "type"),
    ];

    /// <returns>Null for what no line can have.</returns>
    public static OutlineOperator? Find(string code) => All.FirstOrDefault(one => one.Code == code);
}

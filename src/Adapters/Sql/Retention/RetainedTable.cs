using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Adapters.Sql.Retention;

/// <summary>A table of which old rows go.</summary>
/// <param name="Condition">Which rows are older than <c>@before</c>, in milliseconds since 1970, or <c>@beforeDate</c>.</param>
/// <param name="Keys">Of a row.</param>
public sealed record RetainedTable(RetainedKind Kind, string Name, string Condition, params IReadOnlyList<string> Keys);

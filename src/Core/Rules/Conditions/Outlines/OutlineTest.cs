namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>A question about one attribute.</summary>
/// <param name="Operator">The code of one of <see cref="OutlineOperator.All"/>.</param>
/// <param name="Values">One, several for an operator that takes a list, none for one that takes nothing.</param>
/// <param name="AsText">Every value is a text, even one that looks like a number or a yes or no.</param>
public sealed record OutlineTest(string Attribute, string Operator, IReadOnlyList<string> Values, bool AsText) : OutlinePart;

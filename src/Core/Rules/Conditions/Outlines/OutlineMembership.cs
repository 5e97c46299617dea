namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <param name="Operator"><c>$inSegment</c>, <c>$notInSegment</c> or <c>$savedGroups</c>.</param>
public sealed record OutlineMembership(string Operator, IReadOnlyList<string> Keys) : OutlinePart;

using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>One question that any number of conditions ask.</summary>
/// <param name="Slot">Of a test: which attribute it judges, or <see cref="WholePerson"/>.</param>
/// <param name="Test">Of a test.</param>
/// <param name="Parts">Numbers of the nodes that are joined or negated; lower than the node's own.</param>
/// <param name="Cost">As <see cref="Condition.Cost"/>, of the node with its parts.</param>
/// <param name="OnlyTexts">Of a test, as <see cref="Condition.OnlyTexts"/>.</param>
/// <param name="OnlyNumbers">Of a test, as <see cref="Condition.OnlyNumbers"/>.</param>
internal sealed record GraphNode(
    NodeKind Kind, int Slot, ValueTest? Test, int[] Parts, int Cost, IReadOnlyList<string>? OnlyTexts = null, NumberBound? OnlyNumbers = null)
{
    public const int WholePerson = -1;

    public static GraphNode Constant(NodeKind kind) => new(kind, WholePerson, null, [], 0);

    public static GraphNode Of(NodeKind kind, int[] parts, int cost) => new(kind, WholePerson, null, parts, cost);
}

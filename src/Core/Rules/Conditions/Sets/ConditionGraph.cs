using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>All the questions of many conditions, each of them once. Immutable; safe from any thread.</summary>
internal sealed class ConditionGraph(GraphNode[] nodes, AttributePath[] paths)
{
    public IReadOnlyList<GraphNode> Nodes => nodes;

    /// <summary>The attributes that are asked for; a test names its own by number.</summary>
    public int Slots => paths.Length;

    /// <summary>Begins asking about one person; give it back when done.</summary>
    public GraphAnswers Ask(AttributeMap attributes) => new(nodes, paths, attributes);
}

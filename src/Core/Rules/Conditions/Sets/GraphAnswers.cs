using System.Buffers;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>
/// What one person answers: each attribute is looked up once and each question asked once, at the first time somebody wants to
/// know. The room for it is lent by the pool, so that asking allocates nothing.
/// </summary>
internal readonly ref struct GraphAnswers
{
    private const byte Yes = 2, No = 1;

    private readonly GraphNode[] _nodes;
    private readonly AttributePath[] _paths;
    private readonly AttributeValue _person;
    private readonly byte[] _known;
    private readonly AttributeValue[] _attributes;

    public GraphAnswers(GraphNode[] nodes, AttributePath[] paths, AttributeMap attributes)
    {
        (_nodes, _paths, _person) = (nodes, paths, attributes);
        _known = ArrayPool<byte>.Shared.Rent(nodes.Length + paths.Length);
        _attributes = ArrayPool<AttributeValue>.Shared.Rent(paths.Length);
        _known.AsSpan(0, nodes.Length + paths.Length).Clear();
    }

    public bool Holds(int node)
    {
        ref var known = ref _known[node];
        if (known == 0) known = Find(_nodes[node]) ? Yes : No;
        return known == Yes;
    }

    /// <summary>Missing where the path leads nowhere.</summary>
    public ref readonly AttributeValue Attribute(int slot)
    {
        ref var known = ref _known[_nodes.Length + slot];
        if (known == 0) (_attributes[slot], known) = (_paths[slot].Read(_person), Yes);
        return ref _attributes[slot];
    }

    public void Dispose()
    {
        // What is known of a person does not lie about in a pool.
        _attributes.AsSpan(0, _paths.Length).Clear();
        ArrayPool<AttributeValue>.Shared.Return(_attributes);
        ArrayPool<byte>.Shared.Return(_known);
    }

    private bool Find(GraphNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Test:
                return node.Test!(node.Slot == GraphNode.WholePerson ? _person : Attribute(node.Slot));
            case NodeKind.All:
                foreach (var part in node.Parts)
                    if (!Holds(part)) return false;
                return true;
            case NodeKind.Any:
                foreach (var part in node.Parts)
                    if (Holds(part)) return true;
                return false;
            case NodeKind.Not:
                return !Holds(node.Parts[0]);
            default:
                return node.Kind == NodeKind.Always;
        }
    }
}

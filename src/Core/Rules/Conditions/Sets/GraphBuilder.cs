using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>
/// Takes conditions apart into questions and keeps each question once, whatever rule it stands in and in whatever order its parts
/// are written. Parts of an AND or OR are asked from the cheapest to the dearest: no part has an effect but its answer.
/// </summary>
internal sealed class GraphBuilder(SavedGroups groups)
{
    private readonly List<GraphNode> _nodes = [GraphNode.Constant(NodeKind.Never), GraphNode.Constant(NodeKind.Always)];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<AttributePath> _paths = [];

    public const int Never = 0, Always = 1;

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    public ConditionGraph Build() => new([.. _nodes], [.. _paths]);

    /// <returns>The number of the node that holds exactly when the condition does.</returns>
    public int Add(Condition condition) => Add(condition, GraphNode.WholePerson);

    /// <returns>The number of the node that holds when all the given ones do.</returns>
    public int AddAll(IEnumerable<int> nodes)
    {
        var parts = new SortedSet<int>(nodes);
        return parts.Count == 0 ? Always : Join(NodeKind.All, parts);
    }

    private int Add(Condition condition, int slot) => condition switch
    {
        FaultyCondition => Never,
        AllOf all => Join(NodeKind.All, all.Parts, slot),
        AnyOf { Parts.Count: 0 } => Always,
        AnyOf any => Join(NodeKind.Any, any.Parts, slot),
        Negation not => Negate(Add(not.Inner, slot)),
        AttributeCondition attribute when slot == GraphNode.WholePerson => Add(attribute.Test, SlotOf(attribute.Path)),
        SegmentMembership member when slot == GraphNode.WholePerson => AddSegment(member),
        _ => AddTest(condition, slot),
    };

    private int SlotOf(AttributePath path)
    {
        if (_slots.TryGetValue(path.Text, out var known)) return known;
        _paths.Add(path);
        return _slots[path.Text] = _paths.Count - 1;
    }

    /// <summary>A segment stays one node, so that whether a person is in it is found out once for all rules.</summary>
    private int AddSegment(SegmentMembership member)
    {
        var key = $"segment {member.Key}";
        if (!_known.TryGetValue(key, out var node))
            _known[key] = node = groups.Segment(member.Key) is { } segment ? Add(segment) : Never;
        return member.Negated ? Negate(node) : node;
    }

    private int AddTest(Condition condition, int slot)
    {
        var node = new GraphNode(NodeKind.Test, slot, condition.Compile(groups), [], condition.Cost, condition.OnlyTexts, condition.OnlyNumbers);
        return condition.Identity is { } identity ? Keep($"{slot} {identity}", node) : Append(node);
    }

    private int Negate(int part) => part switch
    {
        Never => Always,
        Always => Never,
        _ when _nodes[part].Kind == NodeKind.Not => _nodes[part].Parts[0],
        _ => Keep($"not {part}", GraphNode.Of(NodeKind.Not, [part], _nodes[part].Cost)),
    };

    private int Join(NodeKind kind, IReadOnlyList<Condition> parts, int slot)
    {
        var (decides, counts) = kind == NodeKind.All ? (Never, Always) : (Always, Never);
        var joined = new SortedSet<int>();
        foreach (var part in parts)
        {
            var node = Add(part, slot);
            if (node == decides) return decides;
            if (node == counts) continue;
            // An AND inside an AND is the same AND, except where it is a question of its own that others ask too: a segment.
            if (_nodes[node].Kind == kind && part is not SegmentMembership) joined.UnionWith(_nodes[node].Parts);
            else joined.Add(node);
        }

        return joined.Count == 0 ? counts : Join(kind, joined);
    }

    private int Join(NodeKind kind, SortedSet<int> parts)
    {
        if (parts.Count == 1) return parts.Min;
        int[] cheapestFirst = [.. parts.OrderBy(node => _nodes[node].Cost)];
        return Keep($"{kind} {string.Join(' ', parts)}", GraphNode.Of(kind, cheapestFirst, parts.Sum(node => _nodes[node].Cost)));
    }

    private int Keep(string identity, GraphNode node)
    {
        if (_known.TryGetValue(identity, out var known)) return known;
        return _known[identity] = Append(node);
    }

    private int Append(GraphNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }
}

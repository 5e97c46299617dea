using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>
/// The conditions of all rules as one graph of questions, with what lets most rules be passed over unasked: lookups by the texts
/// and numbers they want, and the questions many of them share. It gives the answers that each condition by itself would give. Immutable.
/// </summary>
internal sealed class RuleIndex
{
    private readonly ConditionGraph _graph;
    private readonly int[] _roots;
    private readonly ulong[] _possible;
    private readonly TextLookup[] _texts;
    private readonly NumberLookup[] _numbers;
    private readonly SharedPart[] _shared;

    /// <param name="conditions">Of the rules, in the order of asking.</param>
    public RuleIndex(IReadOnlyList<Condition> conditions, SavedGroups groups)
    {
        var builder = new GraphBuilder(groups);
        _roots = [.. conditions.Select(builder.Add)];
        _graph = builder.Build();
        _possible = Bits.Of(_roots.Length, Enumerable.Range(0, _roots.Length).Where(rule => _roots[rule] != GraphBuilder.Never));

        RulePart[] parts = [.. Enumerable.Range(0, _roots.Length).SelectMany(PartsOf)];
        _texts = TextLookup.Of(parts, _roots.Length);
        _numbers = NumberLookup.Of(parts);
        _shared = SharedPart.Of(parts, _roots.Length);
    }

    /// <summary>Begins asking about one person; give it back when done.</summary>
    public RuleCandidates Ask(AttributeMap attributes) => new(this, _graph.Ask(attributes));

    public bool Holds(int rule, in GraphAnswers answers) => answers.Holds(_roots[rule]);

    public int Words => _possible.Length;

    /// <summary>Leaves only the rules that may hold.</summary>
    /// <param name="room">As long as the candidates; what it holds is lost.</param>
    public void Narrow(Span<ulong> candidates, Span<ulong> room, in GraphAnswers answers)
    {
        _possible.CopyTo(candidates);
        foreach (var lookup in _texts) lookup.Narrow(candidates, room, answers);
        var left = Bits.Count(candidates);
        if (left <= candidates.Length) return;
        foreach (var lookup in _numbers) lookup.Narrow(candidates, answers);
        SharedPart.Narrow(_shared, candidates, answers);
    }

    private IEnumerable<RulePart> PartsOf(int rule)
    {
        var root = _graph.Nodes[_roots[rule]];
        return root.Kind switch
        {
            NodeKind.Never or NodeKind.Always => [],
            NodeKind.All => root.Parts.Select(part => new RulePart(rule, part, _graph.Nodes[part])),
            _ => [new RulePart(rule, _roots[rule], root)],
        };
    }
}

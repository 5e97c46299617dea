using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>
/// The conditions of all rules as one graph of questions, with what lets most rules be passed over unasked: lookups by the texts
/// and numbers they want, and the questions many of them share. It gives the answers that each condition by itself would give.
/// Immutable.
/// </summary>
internal sealed class RuleIndex
{
    private readonly ConditionGraph _graph;
    private readonly int[] _roots;
    private readonly int[] _rests;
    private readonly ulong[] _possible;
    private readonly TextLookup[] _texts;
    private readonly NumberLookup[] _numbers;
    private readonly SharedPart[] _shared;

    /// <param name="conditions">Of the rules, in the order of asking.</param>
    public RuleIndex(IReadOnlyList<Condition> conditions, SavedGroups groups)
    {
        var builder = new GraphBuilder(groups);
        _roots = [.. conditions.Select(builder.Add)];
        var parts = Enumerable.Range(0, _roots.Length).SelectMany(rule => PartsOf(rule, builder)).ToList();
        _texts = TextLookup.Of(parts, _roots.Length);
        _numbers = NumberLookup.Of(parts);
        var answered = _numbers.SelectMany(lookup => lookup.Answered).ToHashSet();
        _shared = SharedPart.Of([.. parts.Where(part => !answered.Contains(part.Number))], _roots.Length);
        _possible = Bits.Of(_roots.Length, Enumerable.Range(0, _roots.Length).Where(rule => _roots[rule] != GraphBuilder.Never));
        _rests = RestsOf(parts, answered, builder);
        _graph = builder.Build();
    }

    /// <summary>The length of a set of rules in words.</summary>
    public int Words => _possible.Length;

    /// <summary>Begins asking about one person; give it back when done.</summary>
    public RuleCandidates Ask(AttributeMap attributes) => new(this, _graph.Ask(attributes));

    /// <summary>Leaves only the rules that may hold.</summary>
    /// <param name="room">As long as the candidates; what it holds is lost.</param>
    /// <returns>By rule, the question that is left to be asked.</returns>
    public int[] Narrow(Span<ulong> candidates, Span<ulong> room, in GraphAnswers answers)
    {
        _possible.CopyTo(candidates);
        foreach (var lookup in _texts) lookup.Narrow(candidates, room, answers);
        if (Bits.Count(candidates) <= candidates.Length) return _roots;

        foreach (var lookup in _numbers) lookup.Narrow(candidates, answers);
        SharedPart.Narrow(_shared, candidates, answers);
        return _rests;
    }

    /// <summary>What is left of each rule once the lookups by number have passed it: they leave no doubt about their parts.</summary>
    private int[] RestsOf(IReadOnlyList<RulePart> parts, HashSet<int> answered, GraphBuilder builder)
    {
        int[] rests = [.. _roots];
        foreach (var rule in parts.GroupBy(part => part.Rule))
            if (rule.Any(part => answered.Contains(part.Number)))
                rests[rule.Key] = builder.AddAll(rule.Select(part => part.Number).Where(part => !answered.Contains(part)));
        return rests;
    }

    private IEnumerable<RulePart> PartsOf(int rule, GraphBuilder builder)
    {
        var root = builder.Nodes[_roots[rule]];
        return root.Kind switch
        {
            NodeKind.Never or NodeKind.Always => [],
            NodeKind.All => root.Parts.Select(part => new RulePart(rule, part, builder.Nodes[part])),
            _ => [new RulePart(rule, _roots[rule], root)],
        };
    }
}

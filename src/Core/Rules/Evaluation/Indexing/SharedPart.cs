using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>A question on which several rules depend: where the answer is no, none of them needs to be asked anything else.</summary>
/// <param name="Node">Its number in the graph.</param>
/// <param name="Rules">Those that cannot hold without it.</param>
internal readonly record struct SharedPart(int Node, ulong[] Rules)
{
    /// <summary>
    /// Those worth asking ahead of the rules, the most telling for its cost first. One that few rules share is asked when its turn
    /// comes: looking through all rules for it would cost more than it saves.
    /// </summary>
    public static SharedPart[] Of(IReadOnlyList<RulePart> parts, int rules) =>
    [
        .. parts.GroupBy(part => part.Number)
            .Select(group => (group.Key, Rules: group.Select(part => part.Rule).ToList(), group.First().Node.Cost))
            .Where(part => part.Rules.Count >= 2 && part.Rules.Count >= part.Cost && part.Rules.Count * 8 >= Bits.Words(rules))
            .OrderByDescending(part => (double)part.Rules.Count / Math.Max(part.Cost, 1)).ThenBy(part => part.Key)
            .Select(part => new SharedPart(part.Key, Bits.Of(rules, part.Rules))),
    ];

    /// <summary>Takes out the rules whose shared part does not hold.</summary>
    public static void Narrow(SharedPart[] shared, Span<ulong> candidates, in GraphAnswers answers)
    {
        var left = Bits.Count(candidates);
        for (var i = 0; i < shared.Length; i++)
        {
            // So few are left that they are asked sooner than the questions they share are looked through.
            if (left <= Math.Max(candidates.Length, shared.Length - i) / 4) return;

            var concerned = Bits.CountShared(candidates, shared[i].Rules);
            if (concerned < 2 || answers.Holds(shared[i].Node)) continue;
            Bits.Remove(candidates, shared[i].Rules);
            left -= concerned;
        }
    }
}

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
}

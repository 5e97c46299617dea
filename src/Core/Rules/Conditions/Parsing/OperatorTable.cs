using System.Collections.Frozen;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Conditions.Operators;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>The operators that judge one value, and who reads each.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, Func<OperatorArgument, Condition>> Readers =
        new Dictionary<string, Func<OperatorArgument, Condition>>
        {
            ["$eq"] = argument => StrictEquality.Read(argument, negated: false),
            ["$ne"] = argument => StrictEquality.Read(argument, negated: true),
            ["$lt"] = argument => Comparison.Read(argument, Relation.Less),
            ["$lte"] = argument => Comparison.Read(argument, Relation.AtMost),
            ["$gt"] = argument => Comparison.Read(argument, Relation.More),
            ["$gte"] = argument => Comparison.Read(argument, Relation.AtLeast),
            ["$veq"] = argument => VersionComparison.Read(argument, Relation.Equal),
            ["$vne"] = argument => VersionComparison.Read(argument, Relation.NotEqual),
            ["$vlt"] = argument => VersionComparison.Read(argument, Relation.Less),
            ["$vlte"] = argument => VersionComparison.Read(argument, Relation.AtMost),
            ["$vgt"] = argument => VersionComparison.Read(argument, Relation.More),
            ["$vgte"] = argument => VersionComparison.Read(argument, Relation.AtLeast),
            ["$in"] = argument => OneOf.Read(argument),
            ["$nin"] = argument => OneOf.Read(argument, negated: true),
            ["$ini"] = argument => OneOf.Read(argument, ignoreCase: true),
            ["$nini"] = argument => OneOf.Read(argument, ignoreCase: true, negated: true),
            ["$inGroup"] = argument => GroupMembership.Read(argument, negated: false),
            ["$notInGroup"] = argument => GroupMembership.Read(argument, negated: true),
            ["$all"] = argument => ContainsAll.Read(argument, ignoreCase: false),
            ["$alli"] = argument => ContainsAll.Read(argument, ignoreCase: true),
            ["$elemMatch"] = ElementMatch.Read,
            ["$size"] = ListSize.Read,
            ["$exists"] = Existence.Read,
            ["$type"] = KindTest.Read,
            ["$regex"] = argument => PatternMatch.Read(argument),
            ["$regexi"] = argument => PatternMatch.Read(argument, ignoreCase: true),
            ["$notRegex"] = argument => PatternMatch.Read(argument, negated: true),
            ["$notRegexi"] = argument => PatternMatch.Read(argument, ignoreCase: true, negated: true),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(string name) => Readers.ContainsKey(name);

    public static Condition Read(OperatorArgument argument)
    {
        if (Readers.TryGetValue(argument.Operator, out var read)) return read(argument);
        if (SegmentReader.Knows(argument.Operator) || DidReader.Knows(argument.Operator) || argument.Operator == ScheduleReader.Name) return argument.Refuse($"{argument.Operator} stands beside the attributes, not under one.");
        var accepted = Readers.Keys.Concat(LogicReader.Names).Order(StringComparer.Ordinal);
        return argument.Refuse($"There is no such operator. Accepted are {string.Join(", ", accepted)}.");
    }
}

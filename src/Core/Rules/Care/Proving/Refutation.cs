using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>
/// Looks for a proof that conditions cannot hold together: each way through their alternatives is followed until it asks one
/// attribute for what no value can give. Attributes are taken to be independent of each other, and parts of an unknown kind to
/// hold: either only makes proofs fewer. It gives up after a while, and then nothing is proved. Not thread-safe.
/// </summary>
internal sealed class Refutation
{
    /// <summary>Steps of one search, each the check of one attribute or of one alternative; and alternatives inside one another.</summary>
    private const int MostSteps = 2_000, MostChoices = 200;

    private readonly Dictionary<Condition, LeafFacts> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly List<Literal> _asked = [];
    private int _steps, _choices;

    /// <summary>The tests that contradict each other, a few for each way through the alternatives; null when nothing is proved.</summary>
    /// <param name="together">Conditions, each of which must hold, or with <c>false</c> must not.</param>
    public IReadOnlyList<Literal>? Of(params IReadOnlyList<(Condition Condition, bool IsWanted)> together)
    {
        (_steps, _choices) = (0, 0);
        _asked.Clear();
        Open? all = null;
        for (var i = together.Count - 1; i >= 0; i--) all = new Open(together[i].Condition, "", together[i].IsWanted, i, all);
        return Refute(all, null)?.Distinct().ToList();
    }

    /// <param name="sure">Still to be looked at: all of it must hold.</param>
    /// <param name="choices">Still to be looked at, after the rest: where there are alternatives.</param>
    private List<Literal>? Refute(Open? sure, Open? choices)
    {
        var mark = _asked.Count;
        try
        {
            while (sure is not null)
            {
                var one = sure;
                sure = sure.Next;
                if (one.IsChoice)
                {
                    choices = one with { Next = choices };
                    continue;
                }

                if (Take(one, ref sure) is { } clash) return clash;
                if (_steps > MostSteps) return null;
            }

            return choices is null ? null : RefuteEach(choices);
        }
        finally
        {
            _asked.RemoveRange(mark, _asked.Count - mark);
        }
    }

    private List<Literal>? RefuteEach(Open choice)
    {
        if (_choices == MostChoices) return null;
        _choices++;
        var clashes = new List<Literal>();
        foreach (var part in choice.Parts)
        {
            if (++_steps > MostSteps || Refute(choice with { Condition = part, Next = null }, choice.Next) is not { } clash) return null;
            clashes.AddRange(clash);
        }

        _choices--;
        return clashes;
    }

    /// <returns>What the step clashes with; null when it clashes with nothing.</returns>
    private List<Literal>? Take(Open one, ref Open? sure)
    {
        switch (one.Condition)
        {
            case AllOf or AnyOf when one.Parts.Count == 0:
                return one.IsWanted ? null : [Ask(one)];
            case AllOf or AnyOf:
                foreach (var part in one.Parts) sure = one with { Condition = part, Next = sure };
                return null;
            case Negation not:
                sure = one with { Condition = not.Inner, IsWanted = !one.IsWanted, Next = sure };
                return null;
            case AttributeCondition at when one.Path.Length == 0:
                sure = one with { Condition = at.Test, Path = at.Path.Text, Next = sure };
                return null;
            case FaultyCondition:
                return one.IsWanted ? [Ask(one)] : null;
            case ConditionLeaf when one.Path.Length > 0:
                _asked.Add(Ask(one));
                return Clash(one.Path);
            default:
                return null;
        }
    }

    private List<Literal>? Clash(string path)
    {
        _steps++;
        var literals = _asked.Where(literal => literal.Path == path).ToList();
        if (OneAttribute.CanHold(literals)) return null;

        // Only those without which there is no clash are worth telling.
        for (var i = literals.Count - 2; i >= 0; i--)
        {
            var dropped = literals[i];
            literals.RemoveAt(i);
            if (OneAttribute.CanHold(literals)) literals.Insert(i, dropped);
        }

        return literals;
    }

    private Literal Ask(Open one)
    {
        if (!_facts.TryGetValue(one.Condition, out var facts)) _facts[one.Condition] = facts = new LeafFacts(one.Condition);
        return new Literal(one.Path, one.Condition, facts, one.IsWanted, one.Origin);
    }

    private sealed record Open(Condition Condition, string Path, bool IsWanted, int Origin, Open? Next)
    {
        public IReadOnlyList<Condition> Parts => Condition switch
        {
            AllOf all => all.Parts,
            AnyOf any => any.Parts,
            _ => [],
        };

        /// <summary>One of several parts is enough.</summary>
        public bool IsChoice => Parts.Count > 1 && (Condition is AnyOf == IsWanted);
    }
}

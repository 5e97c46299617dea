using System.Buffers;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>The rules that may hold for one person, in their order; those passed over certainly do not.</summary>
internal readonly ref struct RuleCandidates
{
    private readonly GraphAnswers _answers;
    private readonly int[] _roots;
    private readonly ulong[] _rented;
    private readonly Span<ulong> _candidates;

    public RuleCandidates(GraphAnswers answers, int[] roots, ulong[] possible, TextLookup[] lookups, SharedPart[] shared)
    {
        _answers = answers;
        _roots = roots;
        _rented = ArrayPool<ulong>.Shared.Rent(2 * possible.Length);
        _candidates = _rented.AsSpan(0, possible.Length);
        possible.CopyTo(_candidates);

        var room = _rented.AsSpan(possible.Length, possible.Length);
        foreach (var lookup in lookups) lookup.Narrow(_candidates, room, answers);
        Narrow(shared);
    }

    /// <summary>The place of the next rule after the given one, or -1.</summary>
    public int Next(int after) => Bits.Next(_candidates, after);

    public bool Holds(int rule) => _answers.Holds(_roots[rule]);

    public void Dispose()
    {
        _answers.Dispose();
        ArrayPool<ulong>.Shared.Return(_rented);
    }

    private void Narrow(SharedPart[] shared)
    {
        var left = Bits.Count(_candidates);
        for (var i = 0; i < shared.Length; i++)
        {
            // So few are left that they are asked sooner than the questions they share are looked through.
            if (left <= Math.Max(_candidates.Length, shared.Length - i) / 4) return;

            var concerned = Bits.CountShared(_candidates, shared[i].Rules);
            if (concerned < 2 || _answers.Holds(shared[i].Node)) continue;
            Bits.Remove(_candidates, shared[i].Rules);
            left -= concerned;
        }
    }
}

using System.Buffers;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Evaluation.Indexing;

/// <summary>The rules that may hold for one person, in their order; those passed over certainly do not.</summary>
internal readonly ref struct RuleCandidates
{
    private readonly GraphAnswers _answers;
    private readonly int[] _questions;
    private readonly ulong[] _rented;
    private readonly Span<ulong> _candidates;

    public RuleCandidates(RuleIndex index, GraphAnswers answers)
    {
        _answers = answers;
        _rented = ArrayPool<ulong>.Shared.Rent(2 * index.Words);
        _candidates = _rented.AsSpan(0, index.Words);
        _questions = index.Narrow(_candidates, _rented.AsSpan(index.Words, index.Words), answers);
    }

    /// <summary>The place of the next rule after the given one, or -1.</summary>
    public int Next(int after) => Bits.Next(_candidates, after);

    public bool Holds(int rule) => _answers.Holds(_questions[rule]);

    public void Dispose()
    {
        _answers.Dispose();
        ArrayPool<ulong>.Shared.Return(_rented);
    }
}

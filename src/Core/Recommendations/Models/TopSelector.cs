using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Keeps the best of many scored numbers, ties in the given order. Reusable, not thread-safe.
/// A binary heap of its own rather than a PriorityQueue: that one compares through an interface, which took a third of
/// the time of a whole answer.
/// </summary>
internal sealed class TopSelector
{
    private readonly IComparer<int> _tieOrder;
    private readonly Comparison<Ranked> _bestFirst;

    // Every parent is worse than its children, so the worst of the kept stands in front, where a better one replaces it.
    private readonly List<Ranked> _heap = [];
    private int _most;

    public TopSelector(IComparer<int> tieOrder) => (_tieOrder, _bestFirst) = (tieOrder, CompareBestFirst);

    /// <summary>No offer below this can be kept any more; negative infinity while there is room.</summary>
    public float Threshold { get; private set; }

    /// <summary>What was kept so far, in no order.</summary>
    public ReadOnlySpan<Ranked> Kept => CollectionsMarshal.AsSpan(_heap);

    public void Begin(int most)
    {
        _heap.Clear();
        _most = most;
        Threshold = most > 0 ? float.NegativeInfinity : float.PositiveInfinity;
    }

    public void Offer(int index, float score)
    {
        if (score < Threshold || _most == 0) return;
        var offer = new Ranked(index, score);
        if (_heap.Count < _most) RiseFromEnd(offer);
        else if (IsWorse(_heap[0], offer)) SinkFromFront(offer);
        if (_heap.Count == _most) Threshold = _heap[0].Score;
    }

    /// <summary>What was kept, best first; void after the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<Ranked> Drain()
    {
        _heap.Sort(_bestFirst);
        return Kept;
    }

    private int CompareBestFirst(Ranked left, Ranked right) => IsWorse(left, right) ? 1 : left == right ? 0 : -1;

    private bool IsWorse(Ranked left, Ranked right) =>
        left.Score != right.Score ? left.Score < right.Score : _tieOrder.Compare(left.Index, right.Index) > 0;

    private void RiseFromEnd(Ranked offer)
    {
        _heap.Add(offer);
        var place = _heap.Count - 1;
        while (place > 0 && IsWorse(offer, _heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = offer;
    }

    private void SinkFromFront(Ranked offer)
    {
        var place = 0;
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= _heap.Count) break;
            if (child + 1 < _heap.Count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], offer)) break;
            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = offer;
    }
}

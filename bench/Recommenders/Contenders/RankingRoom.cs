using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>What one thread ranks in.</summary>
internal sealed class RankingRoom(int itemCount)
{
    private readonly bool[] _isLeftOut = new bool[itemCount];

    public ScoreBuffer Scores { get; } = new();
    public List<WeightedItem> Profile { get; } = [];

    /// <summary>The best of <see cref="Scores"/> but for what was seen, ties to the lower number.</summary>
    public int Best(Visitor visitor, Span<int> ranking)
    {
        foreach (var meeting in visitor.History) _isLeftOut[meeting.Item] = visitor.LeaveOutSeen;
        Span<float> best = stackalloc float[ranking.Length];
        var count = 0;
        foreach (var item in visitor.Candidates ?? Scores.Touched)
            if (!_isLeftOut[item]) count = Offer(item, Scores[item], ranking, best, count);
        foreach (var meeting in visitor.History) _isLeftOut[meeting.Item] = false;
        return count;
    }

    private static int Offer(int item, float score, Span<int> ranking, Span<float> best, int count)
    {
        if (count == ranking.Length && !IsBetter(score, item, best[^1], ranking[^1])) return count;
        var place = count < ranking.Length ? count++ : count - 1;
        for (; place > 0 && IsBetter(score, item, best[place - 1], ranking[place - 1]); place--)
            (best[place], ranking[place]) = (best[place - 1], ranking[place - 1]);
        (best[place], ranking[place]) = (score, item);
        return count;
    }

    private static bool IsBetter(float score, int item, float otherScore, int otherItem) =>
        score > otherScore || (score == otherScore && item < otherItem);
}

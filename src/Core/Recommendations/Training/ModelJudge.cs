using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Recommendations.Algebra;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>How well a model alone goes on with the histories of people it knows: mean nDCG@10.</summary>
internal sealed class ModelJudge(HoldOut holdOut, int cores, CancellationToken cancellationToken)
{
    public double Ndcg(IItemModel model, float positionDecay)
    {
        var results = new double[holdOut.Regulars.Count];
        SharedLoop.Run(holdOut.Regulars.Count, cores, static () => new Room(), (index, room) =>
            results[index] = room.Ndcg(holdOut, holdOut.Regulars[index], model, positionDecay), cancellationToken);
        return results.Length == 0 ? 0 : results.Average();
    }

    private sealed class Room
    {
        private readonly ScoreBuffer _scores = new();
        private readonly TopSelector _selector = new(Comparer<int>.Default);
        private readonly List<WeightedItem> _profile = [];

        public double Ndcg(HoldOut holdOut, HeldOutCase about, IItemModel model, float positionDecay)
        {
            var items = holdOut.All.ItemsOf(about.Person);
            var known = items[..about.Known];
            var coming = items[about.Known..];
            ProfileWeights.Fill(known, holdOut.All.WeightsOf(about.Person)[..about.Known], positionDecay, _profile);
            _scores.Reset(holdOut.All.ItemCount);
            model.Score(CollectionsMarshal.AsSpan(_profile), _scores);

            _selector.Begin(ScoredCase.Places);
            foreach (var item in _scores.Touched)
                if (_scores[item] > _selector.Threshold && _scores[item] > 0 && !known.Contains(item)) _selector.Offer(item, _scores[item]);
            Span<bool> hits = stackalloc bool[ScoredCase.Places];
            var rank = 0;
            foreach (var (item, _) in _selector.Drain()) hits[rank++] = coming.Contains(item);
            return RankingMetrics.Ndcg(hits[..rank], coming.Length, ScoredCase.Places);
        }
    }
}

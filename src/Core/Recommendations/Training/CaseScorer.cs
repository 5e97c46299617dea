using PersonalizationEngine.Core.Recommendations.Algebra;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Answers the cases of a hold-out with every part alone, each as it would be served.</summary>
internal sealed class CaseScorer
{
    // What no part has among its first hundred does not come to the first ten by blending.
    private const int CandidatesPerPart = 100;

    private readonly HoldOut _holdOut;
    private readonly Ranked[][][] _shelves;

    public CaseScorer(HoldOut holdOut, RecommenderSettings settings)
    {
        _holdOut = holdOut;
        var events = PopularityThen.EventsOf(holdOut.Train);
        _shelves = [
            Shelves(events, double.PositiveInfinity),
            Shelves(events, settings.PopularityHalfLife.TotalMinutes),
            Shelves(events, settings.TrendingHalfLife.TotalMinutes),
        ];
    }

    /// <summary>All cases, in their order.</summary>
    /// <param name="models">The parts that are models, by number of the part; null where there is none.</param>
    public ScoredCase[] Score(IReadOnlyList<IItemModel?> models, float positionDecay, int cores, CancellationToken cancellationToken)
    {
        var scored = new ScoredCase[_holdOut.Cases.Count];
        SharedLoop.Run(scored.Length, cores, () => new CaseWorkspace(), (index, workspace) =>
        {
            var about = _holdOut.Cases[index];
            var items = _holdOut.All.ItemsOf(about.Person);
            workspace.Begin(items, _holdOut.All.WeightsOf(about.Person), about.Known, positionDecay, _holdOut.All.ItemCount);
            for (var part = 0; part < models.Count; part++)
                if (models[part] is { } model) workspace.AddModel(part, model, CandidatesPerPart);
            AddShelves(index, workspace);
            scored[index] = workspace.ToCase(about, items[about.Known..]);
        }, cancellationToken);
        return scored;
    }

    private void AddShelves(int index, CaseWorkspace workspace)
    {
        var lasting = _shelves[0][index];
        workspace.AddShelf((int)BlendPart.Lasting, lasting, lasting, 1);
        var popular = _shelves[1][index];
        workspace.AddShelf((int)BlendPart.Popular, popular, lasting, Trust(popular));
        var trending = _shelves[2][index];
        workspace.AddShelf((int)BlendPart.Trending, trending, lasting, Trust(trending));
    }

    private static float Trust(Ranked[] shelf) =>
        ShelfTrust.Of(shelf.Length < ShelfTrust.Place ? 0 : shelf[ShelfTrust.Place - 1].Score);

    private Ranked[][] Shelves((int Minute, int Item, float Weight)[] events, double halfLifeMinutes)
    {
        var then = new PopularityThen(events, _holdOut.All.ItemCount, halfLifeMinutes);
        var selector = new TopSelector(Comparer<int>.Default);
        return [.. _holdOut.Cases.Select(each =>
        {
            then.AdvanceTo(each.Minute);
            then.LeadersInto(selector, 2 * CandidatesPerPart, each.Minute);
            return selector.Drain().ToArray();
        })];
    }
}

using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Chooses models, their settings and the blend by how well they go on with the histories of people set aside.</summary>
internal sealed class ModelChooser(RecommenderSettings settings, int cores, CancellationToken cancellationToken)
{
    private static readonly float[] PositionDecays = [1, 0.99f, 0.97f, 0.95f, 0.9f, 0.8f];

    // Asking people of similar taste takes the longer the more there are; beyond this the other parts do as well.
    private const int MostPairsForPeople = 5_000_000;

    private readonly ModelTrainers _trainers = new(settings, cores, cancellationToken);

    /// <summary>Null when there are too few people to choose by.</summary>
    public ModelChoice? Choose(InteractionMatrix matrix)
    {
        var holdOut = HoldOut.Of(matrix);
        if (!holdOut.IsLarge) return null;

        var judge = new ModelJudge(holdOut, cores, cancellationToken);
        var usual = matrix.HasTimes ? (float)settings.HistoryPositionDecay : 1;
        var lambda = LambdaSearch.Find(holdOut, judge, usual, cores, cancellationToken);
        var (denseKind, dense) = Dense(holdOut, judge, lambda, usual);
        var (knn, walk) = (_trainers.ItemKnn(holdOut.Train), _trainers.Rp3Beta(holdOut.Train));
        var decay = matrix.HasTimes ? PositionDecays.MaxBy(each => judge.Ndcg(dense ?? knn, each)) : 1;
        var kind = judge.Ndcg(walk, decay) > judge.Ndcg(knn, decay) ? NeighbourKind.Rp3Beta : NeighbourKind.ItemKnn;

        var models = new IItemModel?[BlendShares.Count];
        models[(int)BlendPart.Dense] = dense;
        models[(int)BlendPart.Neighbours] = kind == NeighbourKind.Rp3Beta ? walk : knn;
        if (settings.UserNeighbours > 0 && holdOut.Train.PairCount <= MostPairsForPeople)
            models[(int)BlendPart.People] = new PeopleOfSimilarTaste(holdOut.Train, settings);
        var cases = new CaseScorer(holdOut, settings).Score(models, decay, cores, cancellationToken);
        var bands = new BandChoice(cases, Tried(models)).Choose(cores, cancellationToken);
        return new ModelChoice(
            denseKind,
            lambda,
            kind,
            new BlendPlan(decay, [.. bands.Where(band => band.Shares is not null).Select(band => new BlendBand(band.FromItems, band.Shares!.Value))]),
            bands,
            holdOut.People,
            matrix.PairCount);
    }

    /// <summary>EASE, unless the catalogue is too large to be weighed at once and factors of all of it do better.</summary>
    private (DenseKind Kind, IItemModel? Model) Dense(HoldOut holdOut, ModelJudge judge, double lambda, float decay)
    {
        var ease = _trainers.Ease(holdOut.Train, lambda);
        if (!_trainers.IsBeyondEase(holdOut.Train)) return (DenseKind.Ease, ease);
        var factors = _trainers.Factors(holdOut.Train);
        return ease is not null && judge.Ndcg(ease, decay) >= judge.Ndcg(factors, decay)
            ? (DenseKind.Ease, ease)
            : (DenseKind.Factors, factors);
    }

    private static BlendPart[] Tried(IItemModel?[] models) =>
        [.. Enum.GetValues<BlendPart>().Where(part => part >= BlendPart.Lasting || models[(int)part] is not null)];
}

using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Makes the models that a choice names.</summary>
internal sealed class ModelTrainers(RecommenderSettings settings, int cores, CancellationToken cancellationToken)
{
    private const int SmallCatalogue = 5000;

    // What fewer people met says too little of what else they would like; neighbours serve it.
    private const int LeastAudience = 3;

    // Only what items get is kept, and that settles long before: the people of 20 million pairs would take four times as long.
    private const int MostPairsForFactors = 5_000_000;

    /// <summary>Whether more items were met often enough than EASE may weigh at once.</summary>
    public bool IsBeyondEase(InteractionMatrix matrix) =>
        HeadItems.Choose(matrix, LeastAudience, int.MaxValue).Count > settings.DenseItems;

    /// <summary>Null where nobody met any item often enough.</summary>
    public IItemModel? Ease(InteractionMatrix matrix, double lambda)
    {
        // A solve fails for want of precision only, and that a larger lambda cures.
        for (var attempt = lambda; attempt < 1e6; attempt *= 10)
        {
            var ease = new EaseSettings { Lambda = attempt, MinimumInteractions = LeastAudience, MostHeadItems = settings.DenseItems, WeightsPerItem = WeightsPerItem(matrix), Cores = cores };
            var solution = new EaseTrainer(ease).Train(matrix, cancellationToken);
            if (solution.Model is { } model) return model.WeightCount > 0 ? model : null;
        }

        return null;
    }

    // Dropping weights costs up to a fiftieth of nDCG on small catalogues, where keeping more of them costs little.
    private static int WeightsPerItem(InteractionMatrix matrix) => matrix.ItemCount <= SmallCatalogue ? 400 : 200;

    public ItemFactorModel Factors(InteractionMatrix matrix) =>
        new FactorTrainer(new FactorSettings { MinimumInteractions = LeastAudience, Cores = cores })
            .Train(PeopleSample.Of(matrix, MostPairsForFactors), cancellationToken);

    public IItemModel? Dense(InteractionMatrix matrix, DenseKind kind, double lambda) =>
        kind == DenseKind.Factors ? Factors(matrix) : Ease(matrix, lambda);

    public ItemKnnModel ItemKnn(InteractionMatrix matrix) => new ItemKnnTrainer(ItemKnnSettings.Of(settings), cores).Train(matrix, cancellationToken);

    public LinearItemModel Rp3Beta(InteractionMatrix matrix) => new Rp3BetaTrainer(new Rp3BetaSettings(), cores).Train(matrix, cancellationToken);
}

using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Algebra;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Linear;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Tests.Recommendations.Training;

/// <summary>A host that stops does not wait for a training.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Train_Cancelled_Throws(int cores)
    {
        var matrix = Histories.OfTastes(60, 3, 12, 8);

        Assert.Throws<OperationCanceledException>(() => new RecommenderTrainer(new RecommenderSettings(), cores).Train(matrix, null, Cancelled));
        Assert.Throws<OperationCanceledException>(() => new EaseTrainer(new EaseSettings { Cores = cores }).Train(matrix, Cancelled));
        Assert.Throws<OperationCanceledException>(() => new FactorTrainer(new FactorSettings { Cores = cores }).Train(matrix, Cancelled));
        Assert.Throws<OperationCanceledException>(() => SymmetricInverse.Invert([2, 0, 0, 2], 2, cores, cancellationToken: Cancelled));
    }
}

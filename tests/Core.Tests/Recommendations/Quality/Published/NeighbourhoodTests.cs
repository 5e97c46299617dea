using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>
/// Neighbourhood models against the figures of "A Worrying Reproducibility Study of Intent-Aware Recommendation Models"
/// (SIGIR 2025), with its files and its settings.
/// </summary>
public sealed class NeighbourhoodTests(ITestOutputHelper output)
{
    private const double Rounding = 0.001;

    [Theory]
    [InlineData("MovieLens", 479, 0.41257885094571617, 0.6050046063241745, true, 0.106, 0.174)]
    [InlineData("Music", 363, 0.45815768400879797, 0.39431553250158924, false, 0.160, 0.219)]
    [InlineData("MovieLens", 117, 0.4490914092362502, 0, true, 0.105, 0.162)]
    [InlineData("Music", 85, 0.4590018257740354, 0, true, 0.155, 0.212)]
    public void Walk_PublishedSettings_PublishedRecall(
        string name, int neighbours, double alpha, double beta, bool normalise, double recallAt5, double recallAt10)
    {
        var split = PublishedSplit.Ids4Nr(name);
        var settings = new Rp3BetaSettings { Neighbours = neighbours, Alpha = alpha, Beta = beta, Normalise = normalise };
        var model = new Rp3BetaTrainer(settings, cores: 2).Train(split.Train);

        Assert.Equal(recallAt5, split.Evaluate(model, 5, output).Recall, Rounding);
        Assert.Equal(recallAt10, split.Evaluate(model, 10, output).Recall, Rounding);
    }

    [Fact]
    public void UserKnn_PublishedSettings_PublishedRecall()
    {
        var split = PublishedSplit.Ids4Nr("MovieLens");
        var model = new UserKnnTrainer(new() { Neighbours = 1000, Shrinkage = 1000 }).Train(split.Train);

        Assert.Equal(0.0725, split.Evaluate(model, 5, output).Recall, Rounding);
        Assert.Equal(0.1104, split.Evaluate(model, 10, output).Recall, Rounding);
    }

    [Fact]
    public void Popularity_MovieLens_PublishedRecall()
    {
        var split = PublishedSplit.Ids4Nr("MovieLens");
        var model = new PopularityTrainer().Train(split.Train);

        Assert.Equal(0.0517, split.Evaluate(model, 5, output).Recall, Rounding);
        Assert.Equal(0.0866, split.Evaluate(model, 10, output).Recall, Rounding);
    }

    [Theory]
    [InlineData("MovieLens", MatrixWeighting.None, 805, 544, 0.0762, 0.1169)]
    [InlineData("MovieLens", MatrixWeighting.TfIdf, 805, 544, 0.0931, 0.1442)]
    [InlineData("MovieLens", MatrixWeighting.Bm25, 805, 544, 0.1055, 0.1658)]
    [InlineData("Music", MatrixWeighting.TfIdf, 623, 193, 0.1596, 0.2184)]
    public void ItemKnn_PublishedSettings_SameRecallAsAnotherImplementation(
        string name, MatrixWeighting weighting, int neighbours, double shrinkage, double recallAt5, double recallAt10)
    {
        var split = PublishedSplit.Ids4Nr(name);
        var settings = new ItemKnnSettings { Weighting = weighting, Neighbours = neighbours, Shrinkage = shrinkage };
        var model = new ItemKnnTrainer(settings, cores: 2).Train(split.Train);

        Assert.Equal(recallAt5, split.Evaluate(model, 5, output).Recall, Rounding);
        Assert.Equal(recallAt10, split.Evaluate(model, 10, output).Recall, Rounding);
    }
}

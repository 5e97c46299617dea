using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Tests.Recommendations.Training;

public sealed class RecommenderTrainerTests
{
    private static readonly RecommenderSettings Settings = new();

    [Fact]
    public void Train_FewPeople_ChoosesNothing()
    {
        var models = new RecommenderTrainer(Settings).Train(Histories.OfTastes(30, 3, 10, 6));

        Assert.Null(models.Choice);
        Assert.Null(models.Dense);
    }

    [Fact]
    public void Train_ClearTastes_PersonalPartsBeatPopularityByFar()
    {
        var choice = new RecommenderTrainer(Settings).Train(Histories.OfTastes(400, 8, 20, 12)).Choice!;

        var band = choice.Bands.Single(figures => figures.FromItems == 4);
        Assert.True(band.BlendNdcg > 2 * band.NdcgByPart[BlendPart.Lasting], $"{band.BlendNdcg} and {band.NdcgByPart[BlendPart.Lasting]}");
        Assert.True(choice.HeldOutPeople > 100);
    }

    [Fact]
    public void Train_Twice_ChoosesAndLearnsTheSame()
    {
        var matrix = Histories.OfTastes(300, 5, 20, 10);
        var (first, second) = (new RecommenderTrainer(Settings).Train(matrix), new RecommenderTrainer(Settings, cores: 2).Train(matrix));

        Assert.Equal(first.Choice!.Lambda, second.Choice!.Lambda);
        Assert.Equal(first.Choice.Plan.Bands, second.Choice.Plan.Bands);
        Assert.Equal(ScoresOf(first, [3, 7]), ScoresOf(second, [3, 7]));
    }

    [Fact]
    public void Train_NotMuchMoreData_KeepsTheChoice()
    {
        var trainer = new RecommenderTrainer(Settings);
        var before = trainer.Train(Histories.OfTastes(300, 5, 20, 10)).Choice;

        Assert.Same(before, trainer.Train(Histories.OfTastes(310, 5, 20, 10), before).Choice);
        Assert.NotSame(before, trainer.Train(Histories.OfTastes(500, 5, 20, 10), before).Choice);
    }

    [Fact]
    public void Train_WithoutTimes_FadesNothing() =>
        Assert.Equal(1, new RecommenderTrainer(Settings).Train(Histories.OfTastes(300, 5, 20, 10, hasTimes: false)).Choice!.Plan.PositionDecay);

    [Fact]
    public void Train_CatalogueBeyondEase_StillServesEveryItem()
    {
        var models = new RecommenderTrainer(Settings with { DenseItems = 100 }).Train(Histories.OfTastes(600, 8, 40, 15));

        Assert.NotNull(models.Dense);
        var scores = ScoresOf(models, [Enumerable.Range(0, 15).ToArray()[3], 5]);
        Assert.Contains(scores, each => each.Item < 40 && each.Score > 0);
    }

    private static (int Item, float Score)[] ScoresOf(TrainedModels models, int[] items)
    {
        var scores = new ScoreBuffer();
        scores.Reset(1000);
        models.Dense!.Score([.. items.Select(item => new WeightedItem(item, 1))], scores);
        var found = new List<(int, float)>();
        foreach (var item in scores.Touched) found.Add((item, scores[item]));
        return [.. found.OrderBy(each => each)];
    }
}

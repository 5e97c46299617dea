using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>Figures of Microsoft's recommenders repository on its own split of MovieLens-100K.</summary>
public sealed class MicrosoftSplitTests(ITestOutputHelper output)
{
    private const double Rounding = 0.0005;

    [Fact]
    public void Sar_MicrosoftsNotebook_SameFigures()
    {
        var split = PublishedSplit.Microsoft();
        var model = new SarTrainer(new(), cores: 2).Train(split.Train);
        var now = Enumerable.Range(0, split.Train.PersonCount)
            .Max(person => split.Train.MinutesOf(person) is [.., var last] ? last : 0);

        var figures = split.Evaluate(model, 10, output, person =>
        {
            var profile = new WeightedItem[split.Train.ItemsOf(person).Length];
            Affinity.Write(split.Train, person, now, TimeSpan.FromDays(30), profile);
            return profile;
        });

        Assert.Equal(0.3938, figures.Ndcg, Rounding);
        Assert.Equal(0.3406, figures.Precision, Rounding);
        Assert.Equal(0.1854, figures.Recall, Rounding);
        Assert.Equal(0.1140, figures.Map, Rounding);
    }
}

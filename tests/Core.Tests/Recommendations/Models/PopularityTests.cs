using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class PopularityTests
{
    // Day 0, 1 and 2 of each person.
    private static readonly InteractionMatrix People = Histories.Of(4, [0, 1, 2], [0, 1], [0]);

    [Fact]
    public void Score_AnyProfile_CountsOfPeople() =>
        Assert.Equal([3, 2, 1, 0], new PopularityTrainer().Train(People).Scored([], 4));

    [Fact]
    public void Score_HalfLifeOfADay_NewestCountsOne() =>
        Assert.Equal([0.75f, 1, 1, 0], new PopularityTrainer(TimeSpan.FromDays(1)).Train(People).Scored([], 4));

    [Fact]
    public void Explain_AnyProfile_NothingOfItIsTheCause()
    {
        float[] contributions = [7, 7];
        new PopularityTrainer().Train(People).Explain([new(0, 1), new(1, 1)], 2, contributions);

        Assert.Equal([0, 0], contributions);
    }
}

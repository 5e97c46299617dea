using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class UserKnnTests
{
    private static readonly InteractionMatrix People = Histories.Of(5, [0, 1], [0, 1, 2], [0, 3], [4]);

    [Fact]
    public void Score_TwoAlike_SumOfTheirCosines()
    {
        var scores = new UserKnnTrainer(new() { Shrinkage = 0 }).Train(People).Scored([new(0, 1), new(1, 1)], 5);

        // The first person has the profile's own items and is not heard; the others share two of three and one of two items.
        Assert.Equal(2 / Math.Sqrt(2 * 3), scores[2], 1e-5);
        Assert.Equal(1 / Math.Sqrt(2 * 2), scores[3], 1e-5);
        Assert.Equal(scores[2] + scores[3], scores[0], 1e-5);
        Assert.Equal(0, scores[4]);
    }

    [Fact]
    public void Score_OneNeighbour_TheMostAlikeBesideOneself()
    {
        var scores = new UserKnnTrainer(new() { Shrinkage = 0, Neighbours = 1 }).Train(People).Scored([new(0, 1), new(1, 1)], 5);

        Assert.True(scores[2] > 0);
        Assert.Equal(0, scores[3]);
    }

    [Fact]
    public void Score_NobodyIsThePerson_NoMoreThanTheNeighboursAskedFor()
    {
        var scores = new UserKnnTrainer(new() { Shrinkage = 0, Neighbours = 1 }).Train(People).Scored([new(3, 1), new(2, 1)], 5);

        Assert.Equal(1 / Math.Sqrt(2 * 2), scores[0], 1e-5);
        Assert.Equal(0, scores[1]);
    }

    [Fact]
    public void Score_Shrinkage_BelowTheFraction()
    {
        var scores = new UserKnnTrainer(new() { Shrinkage = 10 }).Train(People).Scored([new(0, 1), new(1, 1)], 5);

        Assert.Equal(2 / (Math.Sqrt(2 * 3) + 10), scores[2], 1e-5);
    }
}

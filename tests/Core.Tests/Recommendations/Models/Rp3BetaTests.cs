using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class Rp3BetaTests
{
    // Item 1 is met by both people, the others by one each; every step to a person or back is one half or sure.
    private static readonly InteractionMatrix Chain = Histories.Of(3, [0, 1], [1, 2]);

    [Theory]
    [InlineData(1, 0, 0.5, 0.25)]
    [InlineData(0.5, 0, 0.70711, 0.5)]
    [InlineData(1, 1, 0.25, 0.25)]
    [InlineData(1, 0.5, 0.35355, 0.25)]
    public void Train_Chain_ProbabilityOfTheWalk(double alpha, double beta, double fromRare, double fromPopular)
    {
        var model = new Rp3BetaTrainer(new() { Alpha = alpha, Beta = beta, Normalise = false }).Train(Chain);

        AssertClose([0, fromRare, 0], model.Said(0, 3));
        AssertClose([fromPopular, 0, fromPopular], model.Said(1, 3));
    }

    [Fact]
    public void Train_Weights_StepsFollowThem()
    {
        var builder = new InteractionMatrixBuilder();
        builder.Add(0, 3, 0);
        builder.Add(1, 1, 0);
        builder.EndPerson();
        var model = new Rp3BetaTrainer(new() { Alpha = 1, Beta = 0, Normalise = false }).Train(builder.Build(2));

        Assert.Equal(0.25f, model.Said(0, 2)[1], 1e-6f);
        Assert.Equal(0.75f, model.Said(1, 2)[0], 1e-6f);
    }

    [Fact]
    public void Train_Normalised_EachItemGivesOneInAll() => Histories.Any.Sample(matrix =>
    {
        var model = new Rp3BetaTrainer(new()).Train(matrix);
        for (var item = 0; item < Histories.ItemCount; item++)
        {
            var sum = model.Said(item, Histories.ItemCount).Sum();
            Assert.True(sum == 0 || Math.Abs(sum - 1) < 1e-5, $"{sum}");
        }
    }, iter: 200);

    [Fact]
    public void Train_FewNeighbours_NeitherGivenNorTakenMore() => Histories.Any.Sample(matrix =>
    {
        var model = new Rp3BetaTrainer(new() { Neighbours = 2 }).Train(matrix);
        float[][] said = [.. Enumerable.Range(0, Histories.ItemCount).Select(item => model.Said(item, Histories.ItemCount))];
        for (var item = 0; item < Histories.ItemCount; item++)
        {
            Assert.True(said[item].Count(weight => weight > 0) <= 2);
            Assert.True(said.Count(row => row[item] > 0) <= 2);
            Assert.Equal(0, said[item][item]);
        }
    }, iter: 200);

    private static void AssertClose(double[] expected, float[] actual)
    {
        for (var item = 0; item < expected.Length; item++) Assert.Equal(expected[item], actual[item], 1e-5);
    }
}

using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Linear;
using PersonalizationEngine.Core.Tests.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models.Linear;

public sealed class EaseTrainerTests
{
    private const int ItemCount = 9;

    /// <summary>For each person the items, each once, of weight 1 + item % 3.</summary>
    private static readonly Gen<int[][]> Histories =
        Gen.Int[0, ItemCount - 1].Array[0, 7].Select(items => items.Distinct().ToArray()).Array[0, 12];

    private static readonly EaseSettings All = new() { Lambda = 0.5, MinimumInteractions = 1, WeightsPerItem = 0 };

    [Fact]
    public void Train_TwoItems_ByHand()
    {
        // G = [[3, 2], [2, 2]], lambda 1: P = inverse of [[4, 2], [2, 3]] = [[3, -2], [-2, 4]] / 8.
        var model = Train([[0, 1], [0, 1], [0]], All with { Lambda = 1, UnitWeights = true });

        Assert.Equal(2f / 4, Weight(model, 0, 1), 1e-6f);
        Assert.Equal(2f / 3, Weight(model, 1, 0), 1e-6f);
        Assert.Equal(2, model.WeightCount);
    }

    [Fact]
    public void Train_AnyHistories_ClosedFormOfTheHeadItems() =>
        Gen.Select(Histories, Gen.Int[1, 3], Gen.Bool).Sample((histories, minimum, unit) =>
        {
            var settings = All with { MinimumInteractions = minimum, UnitWeights = unit, Cores = 2 };
            AssertClosedForm(histories, settings, Train(histories, settings));
        }, iter: 200);

    [Fact]
    public void Add_HistoriesOneByOne_AsIfSummedAtOnce() =>
        Gen.Select(Histories, Histories, Gen.Bool).Sample((before, after, unit) =>
        {
            var settings = All with { UnitWeights = unit };
            int[][] everyItem = [[.. Enumerable.Range(0, ItemCount)]];
            var gram = new EaseGram(Matrix([.. everyItem, .. before]), settings);
            foreach (var history in after) gram.Add(history, Weights(history));
            foreach (var history in before) gram.Add(history, Weights(history), times: -1);

            AssertClosedForm([.. everyItem, .. after], settings, gram.Solve(settings.Lambda).Model!);
        }, iter: 100);

    [Fact]
    public void Train_FewWeights_KeepsTheLargestOfEachRow() => Histories.Sample(histories =>
    {
        var (all, cut) = (Train(histories, All), Train(histories, All with { WeightsPerItem = 2 }));
        for (var source = 0; source < ItemCount; source++)
        {
            var sizes = Enumerable.Range(0, ItemCount).Select(target => Math.Abs(Weight(all, source, target))).OrderDescending();
            var kept = Enumerable.Range(0, ItemCount).Select(target => Math.Abs(Weight(cut, source, target))).OrderDescending();
            Assert.Equal(sizes.Take(2), kept.Take(2));
            Assert.All(kept.Skip(2), size => Assert.Equal(0, size));
        }
    }, iter: 100);

    [Fact]
    public void Train_MoreItemsThanTheHeadHolds_KeepsTheMostMet()
    {
        var gram = new EaseGram(
            Matrix([[0, 2, 4], [0, 2, 4], [0, 4], [1, 4], [3]]), All with { MostHeadItems = 2 });

        Assert.Equal([0, 4], gram.Items.ToArray());
    }

    [Fact]
    public void Solve_SeveralLambdas_EachFromTheSameSums()
    {
        int[][] histories = [[0, 1, 2], [1, 2], [2, 3]];
        var gram = new EaseGram(Matrix(histories), All);
        foreach (var lambda in (double[])[0.1, 10, 0.1])
            AssertClosedForm(histories, All with { Lambda = lambda }, gram.Solve(lambda).Model!);
    }

    [Fact]
    public void Solve_LambdaBelowRounding_TellsAtWhichItem()
    {
        // G = [[1, 1], [1, 1]]: nothing is left of the second item once the first is known.
        var gram = new EaseGram(Matrix([[5, 7]]), All with { UnitWeights = true });

        var solution = gram.Solve(1e-12);

        Assert.Null(solution.Model);
        Assert.Equal(7, solution.FailedItem);
    }

    [Fact]
    public void Train_NoHistories_NoWeights() => Assert.Equal(0, Train([], All).WeightCount);

    private static LinearItemModel Train(int[][] histories, EaseSettings settings)
    {
        var solution = new EaseTrainer(settings).Train(Matrix(histories));
        Assert.Equal(-1, solution.FailedItem);
        return solution.Model!;
    }

    private static InteractionMatrix Matrix(int[][] histories)
    {
        var builder = new InteractionMatrixBuilder();
        foreach (var history in histories)
        {
            foreach (var (item, weight) in history.Zip(Weights(history))) builder.Add(item, weight, minute: 0);
            builder.EndPerson();
        }

        return builder.Build(ItemCount);
    }

    private static float[] Weights(int[] history) => [.. history.Select(item => 1f + (item % 3))];

    private static float Weight(LinearItemModel model, int source, int target)
    {
        var contribution = new float[1];
        model.Explain([new(source, 1)], target, contribution);
        return contribution[0];
    }

    private static void AssertClosedForm(int[][] histories, EaseSettings settings, LinearItemModel model)
    {
        int[] head = [.. Enumerable.Range(0, ItemCount)
            .Where(item => histories.Count(history => history.Contains(item)) >= settings.MinimumInteractions)];
        var sums = new float[head.Length * head.Length];
        for (var row = 0; row < head.Length; row++)
        {
            for (var column = 0; column < head.Length; column++)
            {
                var weight = settings.UnitWeights ? 1 : Math.Sqrt((1 + (head[row] % 3)) * (1 + (head[column] % 3)));
                var together = histories.Count(history => history.Contains(head[row]) && history.Contains(head[column]));
                sums[(row * head.Length) + column] = (float)((together * weight) + (row == column ? settings.Lambda : 0));
            }
        }

        var inverse = Matrices.NaiveInverse(sums, head.Length);
        for (var source = 0; source < ItemCount; source++)
        {
            for (var target = 0; target < ItemCount; target++)
            {
                var (row, column) = (Array.IndexOf(head, source), Array.IndexOf(head, target));
                var expected = row < 0 || column < 0 || row == column
                    ? 0
                    : -inverse[(row * head.Length) + column] / inverse[(column * head.Length) + column];
                Assert.Equal(expected, Weight(model, source, target), 1e-4);
            }
        }
    }
}

using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models.Factors;

public sealed class FactorTrainerTests
{
    private const int ItemCount = 9;

    private static readonly Gen<int[][]> Histories =
        Gen.Int[0, ItemCount - 1].Array[1, 7].Select(items => items.Distinct().ToArray()).Array[1, 12];

    private static readonly Gen<WeightedItem[]> Profiles =
        Gen.Int[0, ItemCount + 1].Array[0, 7].Select(items =>
            items.Distinct().Select((item, place) => new WeightedItem(item, 1f / (1 + place))).ToArray());

    private static readonly FactorSettings Few = new() { Factors = 3, Sweeps = 5, Lambda = 0.05 };

    [Fact]
    public void Score_TwoTastes_OwnTasteFirst()
    {
        int[][] histories = [[0, 1, 2], [0, 1, 2], [0, 1], [1, 2], [5, 6, 7], [5, 6, 7], [5, 7], [6, 7]];
        var model = new FactorTrainer(Few with { Sweeps = 10 }).Train(Matrix(histories));

        var scores = Score(model, [new(0, 1)]);

        Assert.True(Math.Min(scores[1], scores[2]) > new[] { scores[5], scores[6], scores[7] }.Max() + 0.3f);
    }

    [Fact]
    public void Score_OneFactor_ByHand()
    {
        // One person, one item, one factor, alpha0 a = .5, lambda .5, nu = 0: each half sweep is p = q / (1.5 q^2 + .5), of which
        // the fixed point has p = q and 1.5 q^2 + .5 = 1.
        var settings = new FactorSettings
        {
            Factors = 1,
            Sweeps = 100,
            UnseenWeight = 0.5,
            Lambda = 0.5,
            FrequencyExponent = 0,
            UnitWeights = true,
        };
        var model = new FactorTrainer(settings).Train(Matrix([[0]]));

        Assert.Equal(1f / 3, Score(model, [new(0, 1)])[0], 1e-4f);
    }

    [Fact]
    public void Train_MoreSweeps_LossFalls() => Histories.Sample(histories =>
    {
        var few = Few with { Lambda = 0.001, Sweeps = 1 };
        Assert.InRange(Loss(histories, few with { Sweeps = 12 }), 0, Loss(histories, few) + 0.01);
    }, iter: 50);

    [Fact]
    public void Explain_AnyProfile_AddsUpToTheScore() => Gen.Select(Histories, Profiles).Sample((histories, profile) =>
    {
        var model = new FactorTrainer(Few).Train(Matrix(histories));
        var scores = Score(model, profile);
        for (var target = 0; target <= ItemCount; target++)
        {
            var contributions = new float[profile.Length];
            model.Explain(profile, target, contributions);
            Assert.Equal(scores[target], contributions.Sum(), 1e-4f);
        }
    }, iter: 100);

    [Fact]
    public void Score_SameProfileTwice_SameScoresAsByAFreshModel() => Gen.Select(Profiles, Profiles).Sample((first, second) =>
    {
        int[][] histories = [[0, 1, 2], [2, 3], [4, 5, 6, 7, 8], [1, 8]];
        var used = new FactorTrainer(Few).Train(Matrix(histories));
        foreach (var profile in (WeightedItem[][])[first, second, second, first])
        {
            used.Explain(profile, 1, new float[profile.Length]);
            Assert.Equal(Score(new FactorTrainer(Few).Train(Matrix(histories)), profile), Score(used, profile));
        }
    }, iter: 30);

    [Fact]
    public void Score_KnownProfile_EveryTrainedItemHasAScore()
    {
        var model = new FactorTrainer(Few).Train(Matrix([[0, 1], [1, 2, 4]]));
        var scores = new ScoreBuffer();
        scores.Reset(ItemCount);

        model.Score([new(4, 1), new(7, 1)], scores);

        Assert.Equal([0, 1, 2, 4], scores.Touched.ToArray().Order());
    }

    [Fact]
    public void Train_AnyCores_SameScores() => Histories.Sample(histories =>
    {
        var (one, three) = (Few with { Cores = 1 }, Few with { Cores = 3, Factors = 3 });
        var matrix = Matrix([.. Enumerable.Repeat(histories, 20).SelectMany(some => some)]);
        Assert.Equal(
            Score(new FactorTrainer(one).Train(matrix), [new(histories[0][0], 1)]),
            Score(new FactorTrainer(three).Train(matrix), [new(histories[0][0], 1)]));
    }, iter: 10);

    [Fact]
    public void Train_NoHistories_NoScores()
    {
        var model = new FactorTrainer(Few).Train(Matrix([]));

        Assert.Equal(0, model.ItemCount);
        Assert.All(Score(model, [new(0, 1)]), score => Assert.Equal(0, score));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(70)]
    public void Score_AnyNumberOfFactors_PersonsOwnItemsLead(int factors)
    {
        // Histories longer than what the solver gathers at a time.
        int[][] histories = [[.. Enumerable.Range(0, 150)], [.. Enumerable.Range(0, 150)], [.. Enumerable.Range(200, 150)]];
        var builder = new InteractionMatrixBuilder();
        foreach (var history in histories)
        {
            foreach (var item in history) builder.Add(item, 1, minute: 0);
            builder.EndPerson();
        }

        var model = new FactorTrainer(new FactorSettings { Factors = factors, Lambda = 0.001 }).Train(builder.Build(350));
        var scores = new ScoreBuffer();
        scores.Reset(350);
        model.Score([.. histories[0].Select(item => new WeightedItem(item, 1))], scores);

        Assert.True(histories[0].Min(item => scores[item]) > 0.5);
        Assert.True(histories[2].Max(item => scores[item]) < 0.2);
    }

    private static float[] Score(ItemFactorModel model, WeightedItem[] profile)
    {
        var scores = new ScoreBuffer();
        scores.Reset(ItemCount + 2);
        model.Score(profile, scores);
        return [.. Enumerable.Range(0, ItemCount + 2).Select(item => scores[item])];
    }

    private static InteractionMatrix Matrix(int[][] histories)
    {
        var builder = new InteractionMatrixBuilder();
        foreach (var history in histories)
        {
            foreach (var item in history) builder.Add(item, 1 + (item % 3), minute: 0);
            builder.EndPerson();
        }

        return builder.Build(ItemCount);
    }

    /// <summary>
    /// What the fold-in of everybody leaves of the squared error; people are solved exactly, so that it falls with the whole
    /// objective but for what the lengths of items add to that, which a small lambda keeps small.
    /// </summary>
    private static double Loss(int[][] histories, FactorSettings settings)
    {
        var model = new FactorTrainer(settings).Train(Matrix(histories));
        var met = histories.SelectMany(history => history).ToHashSet();
        var loss = 0.0;
        foreach (var history in histories)
        {
            var scores = Score(model, [.. history.Select(item => new WeightedItem(item, 1 + (item % 3)))]);
            foreach (var item in met)
            {
                loss += settings.UnseenWeight * scores[item] * scores[item];
                if (history.Contains(item)) loss += (1 + (item % 3)) * Math.Pow(1 - scores[item], 2);
            }
        }

        return loss;
    }
}

using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Linear;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>
/// EASE against the numbers of "A Worrying Reproducibility Study of Intent-Aware Recommendation Models" (SIGIR 2025) on its
/// own files, and against Microsoft's split of MovieLens-100K, whose best published row has an nDCG@10 of .4751.
/// </summary>
public sealed class EaseTests(ITestOutputHelper output)
{
    private static readonly EaseSettings Published =
        new() { UnitWeights = true, MinimumInteractions = 1, WeightsPerItem = 0, Cores = 2 };

    [Theory]
    [InlineData("MovieLens", 210.9260335725507, 0.119, 0.185)]
    [InlineData("Music", 47.11431042076403, 0.158, 0.214)]
    public void Train_FilesOfTheStudy_EqualsThePublishedRecall(string name, double lambda, double recall5, double recall10)
    {
        var data = PublishedSplit.Ids4Nr(name);
        var model = Train(data, Published with { Lambda = lambda });

        Assert.Equal(recall5, data.Evaluate(model, 5, output).Recall, 0.001);
        Assert.Equal(recall10, data.Evaluate(model, 10, output).Recall, 0.001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void Train_MicrosoftSplit_BeatsEveryPublishedRow(int weightsPerItem)
    {
        var data = PublishedSplit.Microsoft();
        var model = Train(data, Published with { Lambda = 300, WeightsPerItem = weightsPerItem });

        Assert.True(data.Evaluate(model, 10, output).Ndcg >= 0.483);
    }

    [Fact]
    public void Train_MicrosoftSplitWithDefaults_NoWorse()
    {
        var data = PublishedSplit.Microsoft();

        Assert.True(data.Evaluate(Train(data, new EaseSettings { Lambda = 300, UnitWeights = true }), 10, output).Ndcg >= 0.483);
    }

    [Fact]
    public void Read_StoredModel_RanksAsBefore()
    {
        var data = PublishedSplit.Microsoft();
        var model = Train(data, Published with { Lambda = 300, WeightsPerItem = 200 });
        var stored = new ArrayBufferWriter<byte>();
        LinearModelFormat.Write(model, [.. Enumerable.Range(0, data.Train.ItemCount).Select(item => $"film {item}")], stored);
        var read = LinearModelFormat.Read(stored.WrittenSpan, id => int.Parse(id[5..], CultureInfo.InvariantCulture)).Model!;
        output.WriteLine($"{(double)stored.WrittenCount / model.WeightCount:F2} bytes a weight");

        Assert.Equal(data.Evaluate(model, 10, output).Ndcg, data.Evaluate(read, 10, output).Ndcg, 0.0005);
    }

    private LinearItemModel Train(PublishedSplit data, EaseSettings settings)
    {
        var clock = Stopwatch.StartNew();
        var gram = new EaseGram(data.Train, settings);
        var summed = clock.Elapsed;
        var model = gram.Solve(settings.Lambda).Model;
        output.WriteLine($"{gram.Items.Length} items: sums {summed.TotalMilliseconds:F0} ms, "
            + $"solve {(clock.Elapsed - summed).TotalMilliseconds:F0} ms, {model?.WeightCount} weights");
        Assert.NotNull(model);
        return model;
    }
}

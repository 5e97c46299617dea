using System.Buffers;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Linear;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models.Persistence;

/// <summary>Small models, their bytes, and what they score.</summary>
internal static class StoredModels
{
    public const int ItemCount = 9;

    /// <summary>Ids by number; some are longer than their letters.</summary>
    public static string[] Ids { get; } = [.. Enumerable.Range(0, ItemCount).Select(item => $"artículo-{item}")];

    public static LinearItemModel Linear(int[][] histories) =>
        new EaseTrainer(new EaseSettings { Lambda = 0.5, MinimumInteractions = 1 }).Train(Matrix(histories)).Model!;

    public static ItemFactorModel Factors(int[][] histories) =>
        new FactorTrainer(new FactorSettings { Factors = 5, Sweeps = 4 }).Train(Matrix(histories));

    public static byte[] Bytes(LinearItemModel model, string[] ids)
    {
        var output = new ArrayBufferWriter<byte>();
        LinearModelFormat.Write(model, ids, output);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Bytes(ItemFactorModel model, string[] ids)
    {
        var output = new ArrayBufferWriter<byte>();
        FactorModelFormat.Write(model, ids, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The scores by item for a profile of that item alone, row after row.</summary>
    public static float[] Scores(IItemModel model, IReadOnlyList<int> items)
    {
        List<float> all = [];
        foreach (var source in items)
        {
            var scores = new ScoreBuffer();
            scores.Reset(1000);
            if (source >= 0) model.Score([new(source, 2)], scores);
            all.AddRange(items.Select(target => target < 0 ? 0 : scores[target]));
        }

        return [.. all];
    }

    private static InteractionMatrix Matrix(int[][] histories)
    {
        var builder = new InteractionMatrixBuilder();
        foreach (var history in histories)
        {
            foreach (var item in history.Distinct()) builder.Add(item, 1 + (item % 3), minute: 0);
            builder.EndPerson();
        }

        return builder.Build(ItemCount);
    }
}

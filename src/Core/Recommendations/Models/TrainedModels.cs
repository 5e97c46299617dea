using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>The models in use, swapped as one.</summary>
/// <param name="Dense">Scores frequent items for a person's history by all pairs of them together; null where none was trained.</param>
/// <param name="Neighbours">Scores items, rare ones too, by those near to a person's history.</param>
/// <param name="Alike">Tells which items are alike, for item pages.</param>
/// <param name="Choice">How they were chosen and are blended; null where there was nothing to choose by.</param>
public sealed record TrainedModels(IItemModel? Dense, IItemModel Neighbours, IItemNeighbours Alike, ModelChoice? Choice)
{
    public BlendPlan? Plan => Choice?.Plan;

    /// <summary>Before the first training: nothing is like anything.</summary>
    public static TrainedModels None { get; } = ItemKnn(new ItemKnnModel(SparseRows.Empty, 0));

    /// <summary>One item-kNN model in both roles.</summary>
    public static TrainedModels ItemKnn(ItemKnnModel model) => new(null, model, model, null);
}

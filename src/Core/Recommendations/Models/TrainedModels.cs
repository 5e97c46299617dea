namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>The models in use, swapped as one.</summary>
/// <param name="Personal">Scores items for a person's history.</param>
/// <param name="Neighbours">Tells which items are alike, for item pages.</param>
public sealed record TrainedModels(IItemModel Personal, IItemNeighbours Neighbours)
{
    /// <summary>Before the first training: nothing is like anything.</summary>
    public static TrainedModels None { get; } = ItemKnn(new ItemKnnModel(SparseRows.Empty, 0));

    /// <summary>One item-kNN model in both roles.</summary>
    public static TrainedModels ItemKnn(ItemKnnModel model) => new(model, model);
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Makes a model from a snapshot. Pure and deterministic; long enough to belong on a thread of its own.</summary>
public interface IItemModelTrainer
{
    IItemModel Train(InteractionMatrix matrix);
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Prepares histories for <see cref="UserKnnModel"/>; nothing is learned beforehand, so it takes milliseconds.</summary>
public sealed class UserKnnTrainer(UserKnnSettings settings)
{
    /// <summary>Pure and deterministic.</summary>
    public UserKnnModel Train(InteractionMatrix matrix) =>
        new(WeightedMatrix.Of(matrix, settings.Weighting), matrix.ItemCount, settings);
}

using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <param name="HasDense">Whether a dense model follows.</param>
internal sealed record StoredModelsHeader(TrainedOn On, ModelChoice? Choice, bool HasDense);

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>Models as they were stored, with what they were trained on.</summary>
public sealed record StoredModels(TrainedModels Models, TrainedOn On);

namespace PersonalizationEngine.Engine.Recommendations.Training;

/// <param name="Version">When the training began, in Unix milliseconds: later ones are higher.</param>
/// <param name="Content">What the recommender wrote, opaque to whoever keeps it.</param>
public sealed record StoredModel(long Version, byte[] Content);

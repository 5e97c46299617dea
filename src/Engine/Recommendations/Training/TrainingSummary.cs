namespace PersonalizationEngine.Engine.Recommendations.Training;

/// <param name="People">With a history or not.</param>
/// <param name="Interactions">How many had been learnt.</param>
public sealed record TrainingSummary(int People, int Items, long Interactions, TimeSpan Duration);

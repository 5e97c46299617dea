namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <param name="People">With a history or not.</param>
/// <param name="Interactions">How many had been learnt.</param>
/// <param name="Seconds">How long training took.</param>
public sealed record TrainedOn(int People, int Items, long Interactions, double Seconds);

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>The beginning of a held-out history, and by it the question what came next.</summary>
/// <param name="Person">The person's number in the whole matrix.</param>
/// <param name="Known">How many of the person's items, the oldest, are known; the others are what should be recommended.</param>
/// <param name="Minute">When the last known item was met, in minutes since 1970.</param>
/// <param name="IsNewcomer">Whether the models have learnt nothing from the person.</param>
internal readonly record struct HeldOutCase(int Person, int Known, int Minute, bool IsNewcomer);

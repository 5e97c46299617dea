using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Engine.Recommendations.Training;

/// <summary>Which models a recommender serves with, and what they were made from.</summary>
/// <param name="Version">Of the models in service; null before the first training.</param>
/// <param name="TrainedAt">When their training began.</param>
/// <param name="Summary">What they were trained on; of models another process trained, as it told.</param>
/// <param name="Choice">What a hold-out chose, with its figures; null when there were too few people to choose by.</param>
/// <param name="LearntSince">How many interactions came since; they count in histories and popularity, not yet in the models.</param>
public sealed record ModelReport(
    long? Version, DateTimeOffset? TrainedAt, TrainingSummary? Summary, ModelChoice? Choice, long LearntSince);

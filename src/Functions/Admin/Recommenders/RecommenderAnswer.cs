using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

/// <param name="Active">Whether personal lists come from it; one that is not stands in where that one fails.</param>
/// <param name="Version">Of the models in service; null before the first training, and of a recommender outside.</param>
/// <param name="InteractionsSince">Learnt since: histories and popularity know them, the models do not yet.</param>
/// <param name="Choice">What a hold-out chose; null where there were too few people to choose by.</param>
internal sealed record RecommenderAnswer(
    string Name,
    bool Active,
    long? Version,
    DateTimeOffset? TrainedAt,
    double? TrainingSeconds,
    int? People,
    int? Items,
    long? Interactions,
    long? InteractionsSince,
    ChoiceAnswer? Choice)
{
    public static RecommenderAnswer Outside(string name) => new(name, true, null, null, null, null, null, null, null, null);

    public static RecommenderAnswer Of(string name, bool active, ModelReport report) => new(
        name,
        active,
        report.Version,
        report.TrainedAt,
        report.Summary is { } summary ? Math.Round(summary.Duration.TotalSeconds, 3) : null,
        report.Summary?.People,
        report.Summary?.Items,
        report.Summary?.Interactions,
        report.LearntSince,
        report.Choice is { } choice ? ChoiceAnswer.Of(choice) : null);
}

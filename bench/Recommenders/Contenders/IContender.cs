namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>A recommender with its settings, to be trained on whatever the protocol shows it.</summary>
internal interface IContender
{
    string Name { get; }

    string Settings { get; }

    /// <param name="training">What may be learned.</param>
    ITrainedContender Train(TrainingPart training);
}

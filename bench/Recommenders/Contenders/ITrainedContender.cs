namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>Ranks, from any thread.</summary>
internal interface ITrainedContender : IDisposable
{
    /// <summary>What it settled on by itself in training, for the report; null where nothing was left to choose.</summary>
    string? Chosen { get; }

    /// <summary>Tells of people who were not trained on what is new of them; from one thread, while nobody ranks.</summary>
    void Meet(IReadOnlyList<Visitor> visitors);

    /// <summary>Writes the best items, best first.</summary>
    /// <returns>How many there are, at most as many as there is room for.</returns>
    int Rank(Visitor visitor, RankingRoom room, Span<int> ranking);
}

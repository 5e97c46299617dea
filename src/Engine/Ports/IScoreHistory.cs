using PersonalizationEngine.Engine.Scoring.History;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How people's scores went.</summary>
public interface IScoreHistory
{
    /// <summary>Rows of <c>lead_scores</c>, the latest first, before the given one.</summary>
    Task<IReadOnlyList<PastScore>> ScoresAsync(string personId, long before, int limit, CancellationToken cancellationToken);

    /// <summary>Crossings of the models' thresholds, the latest first, before the given one.</summary>
    /// <param name="modelId">Null for those of any model.</param>
    Task<IReadOnlyList<PastCrossing>> CrossingsAsync(string personId, long? modelId, long before, int limit, CancellationToken cancellationToken);

    /// <summary>When people converted from an instant on, by person, each in time order; who did not is left out.</summary>
    Task<ILookup<string, DateTimeOffset>> ConversionsAsync(IReadOnlyCollection<string> personIds, DateTimeOffset since, CancellationToken cancellationToken);
}

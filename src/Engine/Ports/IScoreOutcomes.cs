using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people's scores were, and who became a customer.</summary>
public interface IScoreOutcomes
{
    /// <summary>When the first person was seen, or the first score stored; null while there is none.</summary>
    Task<DateTimeOffset?> EarliestAsync(ScoreBasis basis, CancellationToken cancellationToken);

    /// <summary>The first conversion of each of these people that the CDP told of; people without any are left out.</summary>
    /// <param name="goal">Null for any.</param>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ConversionsAsync(
        IReadOnlyCollection<string> personIds, string? goal, CancellationToken cancellationToken);

    /// <summary>Stored scores of these people before an instant, person by person, the oldest first.</summary>
    IAsyncEnumerable<StoredScore> ScoresAsync(IReadOnlyCollection<string> personIds, DateTimeOffset until, CancellationToken cancellationToken);
}

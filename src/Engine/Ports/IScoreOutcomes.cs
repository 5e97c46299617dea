using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people's scores were, and who became a customer.</summary>
public interface IScoreOutcomes
{
    /// <summary>When the first person was seen, or the first score stored; null while there is none.</summary>
    Task<DateTimeOffset?> EarliestAsync(ScoreBasis basis, CancellationToken cancellationToken);

    /// <summary>People in the order of their ids, after the given one, with the first conversion that the CDP told of.</summary>
    /// <param name="goal">Null for any.</param>
    Task<IReadOnlyList<LeadOutcome>> PeopleAsync(string afterId, int limit, string? goal, CancellationToken cancellationToken);

    /// <summary>Their stored scores before an instant, person by person, the oldest first.</summary>
    IAsyncEnumerable<StoredScore> ScoresAsync(IReadOnlyCollection<string> personIds, DateTimeOffset until, CancellationToken cancellationToken);
}

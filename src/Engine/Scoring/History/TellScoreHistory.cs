using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.History;

/// <summary>How the scores of the person an id leads to went, and what thresholds they crossed; nothing for an id never seen.</summary>
public sealed class TellScoreHistory(IPeople people, IScoreHistory history)
{
    public async Task<IReadOnlyList<PastScore>> ScoresAsync(string userId, long before, int limit, CancellationToken cancellationToken) =>
        await PersonAsync(userId, cancellationToken) is { } person ? await history.ScoresAsync(person, before, limit, cancellationToken) : [];

    /// <param name="modelId">Null for crossings of any model.</param>
    public async Task<IReadOnlyList<PastCrossing>> CrossingsAsync(
        string userId, long? modelId, long before, int limit, CancellationToken cancellationToken) =>
        await PersonAsync(userId, cancellationToken) is { } person ? await history.CrossingsAsync(person, modelId, before, limit, cancellationToken) : [];

    private async Task<string?> PersonAsync(string userId, CancellationToken cancellationToken) =>
        (await people.FindAsync(userId, cancellationToken))?.Person.PersonId;
}

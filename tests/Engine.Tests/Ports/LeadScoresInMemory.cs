using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class LeadScoresInMemory : ILeadScores
{
    private readonly SortedSet<string> _due = new(StringComparer.Ordinal);

    public Disturbance Saving { get; } = new();

    /// <summary>Who was scored is due again at once, as somebody who does something all the time.</summary>
    public bool StayDue { get; init; }

    public List<IReadOnlyList<PersonScore>> Saved { get; } = [];

    public void MakeDue(params IEnumerable<string> people) => _due.UnionWith(people);

    public async Task SaveAsync(IReadOnlyList<PersonScore> scores, CancellationToken cancellationToken)
    {
        await Saving.PassAsync();
        Saved.Add(scores);
        foreach (var score in StayDue ? [] : scores) _due.Remove(score.PersonId);
    }

    public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. _due.Where(person => string.CompareOrdinal(person, afterPersonId) > 0).Take(limit)]);
}

using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>
/// Stores a fresh score for everybody whose stored one may be out of date. Each page is stored before the next is read, and who
/// was scored is no longer due: a run that is cut off is simply continued by the next one.
/// </summary>
public sealed class RescoreChangedPeople(ILeadScores scores, MeasureLead measure, TimeProvider time)
{
    private const int PageSize = 500;

    /// <returns>How many people were scored.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var dueAt = time.GetUtcNow();
        var scored = 0;
        var last = "";
        IReadOnlyList<string> page;
        do
        {
            page = await scores.DueAsync(dueAt, last, PageSize, cancellationToken);
            var fresh = new List<PersonScore>(page.Count);
            foreach (var person in page)
                fresh.Add(new PersonScore(person, (await measure.RunAsync(person, cancellationToken)).Score));
            if (fresh.Count > 0) await scores.SaveAsync(fresh, cancellationToken);
            scored += page.Count;
            last = page.Count > 0 ? page[^1] : last;
        }
        while (page.Count == PageSize);
        return scored;
    }
}

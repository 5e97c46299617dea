using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>
/// Counts whom a condition holds for among the people stored, as they are now: without a visit's context and without what is
/// counted live. Reads page by page and stops at a cap of people or of time.
/// </summary>
public sealed class MeasureSegment(IPeopleListing people, AttributesOfPeople attributes, PlaybookKeeper playbooks, TimeProvider time)
{
    public const int MaxSample = 50, DefaultSample = 10;
    public const int MaxJudged = 50_000;

    private const int PageSize = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8), PatienceOfNobody = TimeSpan.FromMinutes(1);

    /// <summary>While somebody waits: of at most <see cref="MaxJudged"/> people and for at most 8 seconds.</summary>
    public Task<SegmentSize> RunAsync(Condition condition, int sample, CancellationToken cancellationToken) =>
        RunAsync(condition, sample, (MaxJudged, Patience), cancellationToken);

    /// <summary>While nobody waits: of everybody, for at most a minute.</summary>
    public Task<SegmentSize> RunBehindAsync(Condition condition, int sample, CancellationToken cancellationToken) =>
        RunAsync(condition, sample, (int.MaxValue, PatienceOfNobody), cancellationToken);

    private async Task<SegmentSize> RunAsync(Condition condition, int sample, (int Judged, TimeSpan Patience) most, CancellationToken cancellationToken)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        var playbook = playbooks.Current;
        var holds = ConditionCompiler.Compile(condition, playbook.Rules.Groups);
        var total = await people.CountAsync(cancellationToken);
        var (members, judged, after) = (0, 0, "");
        var met = new List<string>();
        while (judged < most.Judged && time.GetElapsedTime(started) < most.Patience)
        {
            var page = await people.ListAsync(after, PageSize, cancellationToken);
            foreach (var (one, known) in await attributes.OfAsync(page, playbook, [condition], now, cancellationToken))
            {
                if (!holds(known)) continue;
                members++;
                if (met.Count < sample) met.Add(one.Person.PersonId);
            }

            judged += page.Count;
            if (page.Count < PageSize) return new SegmentSize(members, judged, judged, met, now);
            after = page[^1].Person.PersonId;
        }

        return new SegmentSize(members, judged, Math.Max(total, judged), met, now);
    }
}

using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>
/// Counts whom a condition holds for among the people stored, as they are now: without a visit's context and without what is
/// counted live. Reads page by page and stops at a cap of people or of time, for it is asked while somebody waits.
/// </summary>
public sealed class MeasureSegment(IPeopleListing people, MeasureLead measure, PlaybookKeeper playbooks, ConsentPolicy consent, TimeProvider time)
{
    public const int MaxSample = 50, DefaultSample = 10;
    public const int MaxJudged = 50_000;

    private const int PageSize = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<SegmentSize> RunAsync(Condition condition, int sample, CancellationToken cancellationToken)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        var playbook = playbooks.Current;
        var holds = ConditionCompiler.Compile(condition, playbook.Rules.Groups);
        var asked = ActPatterns.Of([condition, .. playbook.Conditions], playbook.Rules.Groups);
        var total = await people.CountAsync(cancellationToken);
        var (members, judged, after) = (0, 0, "");
        var met = new List<string>();
        while (judged < MaxJudged && time.GetElapsedTime(started) < Patience)
        {
            var page = await people.ListAsync(after, PageSize, cancellationToken);
            foreach (var (id, attributes) in await AttributesAsync(page, playbook, asked, now, cancellationToken))
            {
                if (!holds(attributes)) continue;
                members++;
                if (met.Count < sample) met.Add(id);
            }

            judged += page.Count;
            if (page.Count < PageSize) return new SegmentSize(members, judged, judged, met, now);
            after = page[^1].Person.PersonId;
        }

        return new SegmentSize(members, judged, Math.Max(total, judged), met, now);
    }

    /// <summary>What a decision would ask of each, the variants they would get included.</summary>
    private async Task<IEnumerable<(string Id, AttributeMap Attributes)>> AttributesAsync(
        IReadOnlyList<PersonWithConsents> page, Playbook playbook, ActPatterns asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var measured = await measure.MeasureAsync([.. page.Select(one => one.Person.PersonId)], cancellationToken, asked);
        return page.Select(one =>
        {
            var permissions = one.PermissionsBy(consent);
            var profile = one.ToProfile().As(permissions);
            var isKnown = permissions.Allow(Permissions.Personalization);
            var known = isKnown ? measured[profile.PersonId] : measure.Nothing(asked);
            var attributes = RequestAttributes.Of(
                PersonAttributes.Of(profile, isKnown, known.Factors, known.Score, acts: known.Acts), AttributeMap.Empty, now);
            return (profile.PersonId, RequestAttributes.WithExperiments(attributes, playbook.Assign(profile.PersonId, attributes, now)));
        });
    }
}

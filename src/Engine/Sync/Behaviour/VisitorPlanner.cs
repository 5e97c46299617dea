using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>Turns counted visitors into what changes in the store; pure, so that a transaction can be planned again.</summary>
public static class VisitorPlanner
{
    private static readonly HashSet<string> None = [];

    public static IngestionQuestion Ask(IReadOnlyList<VisitorBehaviour> visitors, DateTimeOffset run) => new(
        EventSource.Rybbit, None, visitors.Select(visitor => visitor.VisitorId).ToHashSet(StringComparer.Ordinal), None)
    {
        CountedUntil = run,
    };

    /// <param name="score">Scores somebody of whom nothing else is known than what was counted; they are scored at once.</param>
    public static IngestionPlan Plan(
        IReadOnlyList<VisitorBehaviour> visitors, DateTimeOffset run, IngestionKnowledge knowledge, IngestionRules rules,
        Func<WebBehaviour, LeadScore> score,
        DateTimeOffset now)
    {
        var people = new IdentityDirectory(knowledge, rules.Limits, now);
        // What is stored of the others is forgotten with the next full run, which does not meet them either.
        var counted = visitors.Where(visitor => !knowledge.Erased.Contains(visitor.VisitorId) && (knowledge.Owners.TryGetValue(visitor.VisitorId, out var owner)
            ? !knowledge.Refusing.Contains(owner)
            : rules.Consent.Unasked.Allow(Permissions.Analytics))).ToList();
        foreach (var visitor in counted) people.Change(visitor.VisitorId, person => Met(person, visitor));
        return new IngestionPlan(
            EventSource.Rybbit, [], new HashSet<int>(), people.Changed, people.Owners, people.Merges, [], [], [], [])
        {
            Visitors = [.. counted.Select(visitor => new MetVisitor(visitor.VisitorId, run, visitor.Behaviour))],
            Scores =
            [
                .. counted.Select(visitor => (Owner: knowledge.Owners.GetValueOrDefault(visitor.VisitorId), visitor))
                    .Where(met => met.Owner is null || knowledge.CountedAlone.Contains(met.Owner))
                    .Select(met => new PersonScore(met.Owner ?? met.visitor.VisitorId, score(met.visitor.Behaviour))),
            ],
        };
    }

    /// <summary>What the CDP or a form told of country and language stays; the web only guesses them.</summary>
    private static PersonRecord Met(PersonRecord person, VisitorBehaviour visitor)
    {
        var seen = person.Seen(visitor.FirstSeenAt).Seen(
            visitor.LastSeenAt,
            visitor.Campaign.Count > 0 ? visitor.Campaign : null,
            visitor.Device.Count > 0 ? visitor.Device : null);
        return seen with
        {
            Identified = seen.Identified || visitor.IsIdentified,
            Contact = seen.Contact with
            {
                Country = seen.Contact.Country ?? visitor.Country,
                Language = seen.Contact.Language ?? visitor.Language,
            },
        };
    }
}

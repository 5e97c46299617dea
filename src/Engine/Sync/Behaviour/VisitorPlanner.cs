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
        IReadOnlyList<VisitorBehaviour> met, DateTimeOffset run, IngestionKnowledge knowledge, Func<WebBehaviour, LeadScore> score,
        DateTimeOffset now)
    {
        var visitors = knowledge.Erased.Count == 0 ? met : [.. met.Where(visitor => !knowledge.Erased.Contains(visitor.VisitorId))];
        var people = new IdentityDirectory(knowledge, now);
        foreach (var visitor in visitors) people.Change(visitor.VisitorId, person => Met(person, visitor));
        return new IngestionPlan(
            EventSource.Rybbit, [], new HashSet<int>(), people.Changed, people.Owners, people.Merges, [], [], [], [])
        {
            Visitors = [.. visitors.Select(visitor => new MetVisitor(visitor.VisitorId, run, visitor.Behaviour))],
            Scores =
            [
                .. visitors.Select(visitor => (Owner: knowledge.Owners.GetValueOrDefault(visitor.VisitorId), visitor))
                    .Where(one => one.Owner is null || knowledge.CountedAlone.Contains(one.Owner))
                    .Select(one => new PersonScore(one.Owner ?? one.visitor.VisitorId, score(one.visitor.Behaviour))),
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

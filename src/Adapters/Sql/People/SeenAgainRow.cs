using PersonalizationEngine.Adapters.Sql.Scoring;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.People;

/// <summary>The few columns of <c>people</c> that change when somebody known is seen again and nothing else is learnt.</summary>
internal static class SeenAgainRow
{
    private static readonly string[] Changing = ["first_seen_at", "last_seen_at", "changed_at", "scored_at", "score_valid_until", "scored_as"];

    /// <summary>With the columns that a row cannot be without, though it is only ever used on rows that are there.</summary>
    private static readonly string[] Columns = ["person_id", "identified", .. Changing];

    public static SqlInsert Upsert(ISqlDialect dialect) => dialect.Upsert("people", ["person_id"], Columns, Changing);

    public static bool IsAllOf(PersonRecord now, PersonRecord? before) =>
        before is not null
        && now == before with { FirstSeenAt = now.FirstSeenAt, LastSeenAt = now.LastSeenAt, ChangedAt = now.ChangedAt };

    public static object Parameters(PersonRecord person, LeadScore score) => new
    {
        person_id = person.PersonId,
        identified = person.Identified,
        first_seen_at = UnixMilliseconds.From(person.FirstSeenAt),
        last_seen_at = UnixMilliseconds.From(person.LastSeenAt),
        changed_at = UnixMilliseconds.From(person.ChangedAt),
        scored_at = PersonRow.ScoredAt(person),
        score_valid_until = UnixMilliseconds.From(score.ValidUntil),
        scored_as = LeadScoreHistory.Says(score),
    };
}

using PersonalizationEngine.Adapters.Sql.Ingestion.Merges;
using PersonalizationEngine.Adapters.Sql.Items;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Adapters.Sql.Scoring;
using PersonalizationEngine.Adapters.Sql.Sync;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Writes a plan. Merges go last, because they also move what the plan itself has written.</summary>
internal static class PlanWriter
{
    private static readonly string[] IdentityColumns = ["identity", "person_id", "linked_at"];

    private static readonly SqlInsert InsertEvent = new(
        "events",
        [
            "source", "event_id", "person_id", "identity", "type", "name", "path", "form", "site", "session", "item_id", "details",
            "occurred_at", "received_at",
        ]);

    /// <param name="known">The people of the plan as they are stored.</param>
    /// <param name="scoredAs">What their last scores were, where that is known.</param>
    public static async Task WriteAsync(
        SqlTransaction transaction,
        IngestionPlan plan,
        IReadOnlyDictionary<string, PersonRecord> known,
        IReadOnlyDictionary<string, string> scoredAs,
        DateTimeOffset now)
    {
        // Before anything of this batch is there: what came later than that is told apart by the ids it came with.
        var occasion = plan.Merges.Count == 0 ? null : await MergeOccasion.ReadAsync(transaction, plan);
        await KnownEventIds.WriteAsync(transaction, plan.Source, plan.EventIds, now);
        await WritePeopleAsync(transaction, plan, known);
        await LeadScoreHistory.AddAsync(transaction, plan.Scores, scoredAs, person => !plan.Owners.ContainsKey(person));
        await WriteIdentitiesAsync(transaction, plan, now);
        await transaction.ExecuteAsync(InsertEvent, plan.Activities.Select(activity => Parameters(activity, plan.Source, now)));
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("consents", ConsentRow.Keys, ConsentRow.Columns), plan.Consents.Select(ConsentRow.Parameters));
        await ConsentWords.WriteAsync(transaction, plan.Words);
        await transaction.ExecuteAsync(ConversionRow.Insert, plan.Conversions.Select(ConversionRow.Parameters));
        await ItemRow.WriteAsync(transaction, plan.Items, now);
        await ExposureMoves.WriteAsync(transaction, plan.Owners);
        foreach (var merge in plan.Merges) await PersonMergeWriter.WriteAsync(transaction, merge, occasion!, now);
        await LinkNotes.WriteAsync(transaction, plan, now);
    }

    private static async Task WritePeopleAsync(SqlTransaction transaction, IngestionPlan plan, IReadOnlyDictionary<string, PersonRecord> known)
    {
        var scores = plan.Scores.ToDictionary(score => score.PersonId, score => score.Score, StringComparer.Ordinal);
        var (unscored, scored, seenAgain) = (new List<PersonRecord>(), new List<PersonRecord>(), new List<PersonRecord>());
        foreach (var person in plan.People)
        {
            if (!scores.ContainsKey(person.PersonId)) unscored.Add(person);
            else if (SeenAgainRow.IsAllOf(person, known.GetValueOrDefault(person.PersonId))) seenAgain.Add(person);
            else scored.Add(person);
        }

        var dialect = transaction.Dialect;
        await transaction.ExecuteAsync(
            dialect.Upsert("people", ["person_id"], PersonRow.ColumnNames) with { Optional = PersonRow.OptionalColumnNames },
            unscored.Select(PersonRow.Parameters));
        await transaction.ExecuteAsync(
            dialect.Upsert("people", ["person_id"], PersonRow.ScoredColumnNames) with { Optional = PersonRow.OptionalColumnNames },
            scored.Select(person => PersonRow.Parameters(person, scores[person.PersonId])));
        await transaction.ExecuteAsync(
            SeenAgainRow.Upsert(dialect), seenAgain.Select(person => SeenAgainRow.Parameters(person, scores[person.PersonId])));
    }

    private static async Task WriteIdentitiesAsync(SqlTransaction transaction, IngestionPlan plan, DateTimeOffset now)
    {
        var counted = plan.Visitors.Select(visitor => visitor.VisitorId).ToHashSet(StringComparer.Ordinal);
        var visitors = plan.Visitors.ToLookup(visitor => plan.Owners.ContainsKey(visitor.VisitorId));
        var dialect = transaction.Dialect;
        await transaction.ExecuteAsync(
            dialect.Upsert("identities", ["identity"], IdentityColumns),
            plan.Owners.Where(owner => !counted.Contains(owner.Key))
                .Select(owner => new { identity = owner.Key, person_id = owner.Value, linked_at = UnixMilliseconds.From(now) }));
        await transaction.ExecuteAsync(
            CountedIdentity.Add(dialect), visitors[true].Select(visitor => CountedIdentity.Parameters(visitor, plan.Owners[visitor.VisitorId], now)));
        await transaction.ExecuteAsync(
            CountedIdentity.Count(dialect), visitors[false].Select(visitor => CountedIdentity.Parameters(visitor, null, now)));
    }

    private static object Parameters(ActivityRecord record, EventSource source, DateTimeOffset now) => new
    {
        source = source.Name(),
        event_id = record.EventId,
        person_id = record.PersonId,
        identity = record.Identity,
        type = record.Activity.Type,
        name = record.Activity.Name,
        path = record.Activity.Path,
        form = record.Activity.Form,
        site = record.Activity.Site,
        session = record.Activity.Session,
        item_id = record.ItemId,
        details = record.Details,
        occurred_at = UnixMilliseconds.From(record.Activity.At),
        received_at = UnixMilliseconds.From(now),
    };
}

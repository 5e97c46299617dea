using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Adapters.Sql.Scoring;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>
/// Answers what a batch has to know, in a handful of queries however large the batch is. What it answers stays so until the
/// transaction ends: what is not there is locked by its name, and what is there by its row.
/// </summary>
internal static class KnowledgeReader
{
    /// <returns>With it, what the last score of the people was, see <see cref="LeadScoreHistory"/>.</returns>
    public static async Task<(IngestionKnowledge Knowledge, IReadOnlyDictionary<string, string> ScoredAs)> ReadAsync(
        SqlTransaction transaction, IngestionQuestion question, Tombstones tombstones, IngestionRules rules, DateTimeOffset now)
    {
        await transaction.LockAsync([.. question.EventIds, .. question.Identities, .. question.ItemIds]);
        var erased = await tombstones.ErasedAmongAsync(transaction, question.Identities);
        var dialect = transaction.Dialect;
        var owners = await transaction.QueryIdsAsync<(string Identity, string PersonId)>(
            $"select i.identity, i.person_id from {dialect.OfIds("identities i", "i.identity")}{dialect.ForUpdate}", question.Identities);
        // In an order that everybody keeps to, because two ids of two batches may lead to the same people.
        var personIds = owners.Select(owner => owner.PersonId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var more = question.CountedUntil is null ? "" : $", {CountedAlone.HasMore}, {CountedAlone.Refuses(rules.Consent)}";
        var people = await transaction.QueryIdsAsync<PersonRow>(
            $"select {PersonRow.ColumnsOfP}, p.scored_as{more} from {dialect.OfIds("people p", "p.person_id")}{dialect.ForUpdate}", personIds, question.CountedUntil);
        var consents = await transaction.QueryListAsync<ConsentRow>(
            "select person_id, purpose, granted, updated_at from consents where person_id in @list", question.CountedUntil is null ? personIds : []);
        var items = await transaction.QueryListAsync<(string ItemId, long UpdatedAt)>(
            "select item_id, updated_at from items where item_id in @list", question.ItemIds);

        var ownerOf = owners.ToDictionary(owner => owner.Identity, owner => owner.PersonId, StringComparer.Ordinal);
        var knowledge = new IngestionKnowledge(
            await KnownEventIds.ReadAsync(transaction, question.Source, question.EventIds),
            ownerOf,
            people.ToDictionary(person => person.PersonId, person => person.ToRecord(), StringComparer.Ordinal),
            consents.ToDictionary(consent => (consent.PersonId, consent.Purpose), consent => consent.ToRecord()),
            items.ToDictionary(item => item.ItemId, item => UnixMilliseconds.Read(item.UpdatedAt), StringComparer.Ordinal))
        {
            Erased = erased,
            CountedAlone = question.CountedUntil is null
                ? new HashSet<string>()
                : people.Where(person => !person.HasMore).Select(person => person.PersonId).ToHashSet(StringComparer.Ordinal),
            History = await LinkHistoryReader.ReadAsync(transaction, question, ownerOf, now - rules.Limits.Window),
            Refusing = people.Where(person => person.Refuses).Select(person => person.PersonId).ToHashSet(StringComparer.Ordinal),
        };
        return (knowledge, people.Where(person => person.ScoredAs is not null).ToDictionary(person => person.PersonId, person => person.ScoredAs!, StringComparer.Ordinal));
    }
}

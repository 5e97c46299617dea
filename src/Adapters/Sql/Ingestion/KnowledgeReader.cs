using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>
/// Answers what a batch has to know, in a handful of queries however large the batch is. What it answers stays so until the
/// transaction ends: what is not there is locked by its name, and what is there by its row.
/// </summary>
internal static class KnowledgeReader
{
    public static async Task<IngestionKnowledge> ReadAsync(SqlTransaction transaction, IngestionQuestion question)
    {
        await transaction.LockAsync([.. question.EventIds, .. question.Identities, .. question.ItemIds]);
        var forUpdate = transaction.Dialect.ForUpdate;
        var owners = await transaction.QueryListAsync<(string Identity, string PersonId)>(
            $"select identity, person_id from identities where identity in @list{forUpdate}", question.Identities);
        // In an order that everybody keeps to, because two ids of two batches may lead to the same people.
        var personIds = owners.Select(owner => owner.PersonId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var people = await transaction.QueryListAsync<PersonRow>(
            $"select {PersonRow.Columns} from people where person_id in @list{forUpdate}", personIds);
        var consents = await transaction.QueryListAsync<ConsentRow>(
            "select person_id, purpose, granted, updated_at from consents where person_id in @list", question.CountedUntil is null ? personIds : []);
        var items = await transaction.QueryListAsync<(string ItemId, long UpdatedAt)>(
            "select item_id, updated_at from items where item_id in @list", question.ItemIds);

        return new IngestionKnowledge(
            await KnownEventIds.ReadAsync(transaction, question.Source, question.EventIds),
            owners.ToDictionary(owner => owner.Identity, owner => owner.PersonId, StringComparer.Ordinal),
            people.ToDictionary(person => person.PersonId, person => person.ToRecord(), StringComparer.Ordinal),
            consents.ToDictionary(consent => (consent.PersonId, consent.Purpose), consent => consent.ToRecord()),
            items.ToDictionary(item => item.ItemId, item => UnixMilliseconds.Read(item.UpdatedAt), StringComparer.Ordinal))
        {
            CountedAlone = question.CountedUntil is { } until ? await CountedAlone.ReadAsync(transaction, personIds, until) : new HashSet<string>(),
        };
    }
}

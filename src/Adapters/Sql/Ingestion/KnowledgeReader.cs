using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Answers what a batch has to know, in a handful of queries however large the batch is.</summary>
internal static class KnowledgeReader
{
    public static async Task<IngestionKnowledge> ReadAsync(SqlTransaction transaction, IngestionQuestion question)
    {
        var owners = await transaction.QueryListAsync<(string Identity, string PersonId)>(
            "select identity, person_id from identities where identity in @list", question.Identities);
        var personIds = owners.Select(owner => owner.PersonId).Distinct(StringComparer.Ordinal).ToList();
        var people = await transaction.QueryListAsync<PersonRow>(
            $"select {PersonRow.Columns} from people where person_id in @list", personIds);
        var consents = await transaction.QueryListAsync<ConsentRow>(
            "select person_id, purpose, granted, updated_at from consents where person_id in @list", personIds);
        var items = await transaction.QueryListAsync<(string ItemId, long UpdatedAt)>(
            "select item_id, updated_at from items where item_id in @list", question.ItemIds);

        return new IngestionKnowledge(
            await KnownEventIds.ReadAsync(transaction, question.Source, question.EventIds),
            owners.ToDictionary(owner => owner.Identity, owner => owner.PersonId, StringComparer.Ordinal),
            people.ToDictionary(person => person.PersonId, person => person.ToRecord(), StringComparer.Ordinal),
            consents.ToDictionary(consent => (consent.PersonId, consent.Purpose), consent => consent.ToRecord()),
            items.ToDictionary(item => item.ItemId, item => UnixMilliseconds.Read(item.UpdatedAt), StringComparer.Ordinal));
    }
}

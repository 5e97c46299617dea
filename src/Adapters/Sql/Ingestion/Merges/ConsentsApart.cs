using System.Text.Json.Nodes;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Gives two people their words about consent back: the last of those before and of what came with their own ids since.</summary>
internal static class ConsentsApart
{
    /// <param name="fromIds">Ids of the one that was merged away.</param>
    /// <param name="toIds">Ids of the one that is left.</param>
    public static async Task GiveBackAsync(
        SqlTransaction transaction, MergeRow merge, JsonNode before, IReadOnlyCollection<string> fromIds, IReadOnlyCollection<string> toIds)
    {
        var now = await transaction.QueryAsync<string>("select purpose from consents where person_id = @ToPerson", new { merge.ToPerson });
        await transaction.ExecuteAsync("delete from consents where person_id = @ToPerson", new { merge.ToPerson });
        ConsentRecord[] words =
        [
            .. await LastAsync(transaction, merge.FromPerson, before["from"]!, fromIds),
            .. await LastAsync(transaction, merge.ToPerson, before["to"]!, toIds),
        ];
        // What is gone since stays gone.
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("consents", ConsentRow.Keys, ConsentRow.Columns),
            words.Where(word => now.Contains(word.Purpose, StringComparer.Ordinal)).Select(ConsentRow.Parameters));
    }

    private static async Task<IEnumerable<ConsentRecord>> LastAsync(
        SqlTransaction transaction, string person, JsonNode before, IReadOnlyCollection<string> ids) =>
        before.AsArray().Select(row => Read(row!)).Concat(await ConsentWords.ReadAsync(transaction, ids))
            .GroupBy(word => word.Purpose, (_, said) => said.MaxBy(word => word.UpdatedAt)! with { PersonId = person }, StringComparer.Ordinal);

    private static ConsentRecord Read(JsonNode row) => new(
        row["person_id"]!.GetValue<string>(), row["purpose"]!.GetValue<string>(), row["granted"]!.GetValue<long>() != 0,
        UnixMilliseconds.Read(row["updated_at"]!.GetValue<long>()));
}

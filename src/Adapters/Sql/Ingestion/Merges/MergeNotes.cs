using System.Text.Json.Nodes;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Writes down what an undo needs, before a merge moves anything.</summary>
internal static class MergeNotes
{
    private const string Insert =
        "insert into merges (merged_at, from_person, to_person, because, source, event_id, last_event, last_conversion, image) "
        + "values (@at, @From, @To, @Because, @source, @EventId, @LastEvent, @LastConversion, @image)";

    /// <returns>The merge's id.</returns>
    public static async Task<long> WriteAsync(SqlTransaction transaction, PersonMerge merge, MergeOccasion occasion, DateTimeOffset now)
    {
        var image = merge is { FromBefore: { } from, ToBefore: { } to } ? (await ImageAsync(transaction, merge, from, to)).ToJsonString() : null;
        await transaction.ExecuteAsync(Insert, new
        {
            at = UnixMilliseconds.From(now),
            merge.From,
            merge.To,
            merge.Because,
            source = occasion.Source.Name(),
            merge.EventId,
            occasion.LastEvent,
            occasion.LastConversion,
            image,
        });
        var id = await transaction.ScalarAsync<long>(transaction.Dialect.LastInsertedId);
        foreach (var (table, person) in KeyedTable.Numbered)
        {
            await transaction.ExecuteAsync(
                $"insert into merge_rows (merge_id, kind, row_id) select @id, '{table}', id from {table} where {person} = @From "
                + (table == "events" ? "and id <= @LastEvent" : ""), new { id, merge.From, occasion.LastEvent });
        }

        return id;
    }

    private static async Task<JsonObject> ImageAsync(SqlTransaction transaction, PersonMerge merge, MergedPerson from, MergedPerson to)
    {
        var ids = await transaction.QueryAsync<string>("select identity from identities where person_id = @From", new { merge.From });
        var image = new JsonObject
        {
            ["ids"] = Texts(ids.Union(merge.FromIds, StringComparer.Ordinal)),
            ["people"] = Pair(RowImage.OfParameters(PersonRow.Parameters(from.Person)), RowImage.OfParameters(PersonRow.Parameters(to.Person))),
            ["consents"] = Pair(Words(from.Consents), Words(to.Consents)),
        };
        foreach (var table in KeyedTable.OfStore)
            image[table.Name] = Pair(await RowImage.ReadAsync(transaction, table, merge.From), await RowImage.ReadAsync(transaction, table, merge.To));
        return image;
    }

    private static JsonObject Pair(JsonNode from, JsonNode to) => new() { ["from"] = from, ["to"] = to };

    private static JsonArray Words(IReadOnlyList<ConsentRecord> words) =>
        new([.. words.Select(word => (JsonNode)RowImage.OfParameters(ConsentRow.Parameters(word)))]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text)!)]);
}

using System.Text.Json.Nodes;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>
/// Gives two people the rows of a keyed table back. What the merge left and nothing has touched since goes back to whoever had it;
/// what is gone since stays gone; what is new or changed since stays with the one that is left.
/// </summary>
internal sealed class KeyedRows(SqlTransaction transaction, MergeRow merge)
{
    public async Task GiveBackAsync(KeyedTable table, JsonNode before)
    {
        var (from, to) = (Rows(table, before["from"]), Rows(table, before["to"]));
        var now = Rows(table, await RowImage.ReadAsync(transaction, table, merge.ToPerson));
        foreach (var (key, row) in now)
        {
            var left = Left(table, from.GetValueOrDefault(key), to.GetValueOrDefault(key));
            var isAsLeft = left is not null && RowImage.AreEqual(left, row);
            if (isAsLeft) await RowImage.DeleteAsync(transaction, table, row, merge.ToPerson);
            if (from.TryGetValue(key, out var ofFrom))
                await RowImage.InsertAsync(transaction, table, isAsLeft ? ofFrom : Unnumbered(ofFrom, row), merge.FromPerson);
            if (isAsLeft && to.TryGetValue(key, out var ofTo)) await RowImage.InsertAsync(transaction, table, ofTo, merge.ToPerson);
        }
    }

    /// <summary>What the merge made of two rows for one thing.</summary>
    private static JsonObject? Left(KeyedTable table, JsonObject? from, JsonObject? to)
    {
        if (from is null || to is null) return from ?? to;
        return table.Name switch
        {
            "exposures" => At(from, "exposed_at") < At(to, "exposed_at") ? from : to,
            "assignments" => At(from, "assigned_at") < At(to, "assigned_at") ? from : to,
            _ => to,
        };
    }

    /// <summary>The same row cannot stand twice under one number.</summary>
    private static JsonObject Unnumbered(JsonObject row, JsonObject there)
    {
        var copy = row.DeepClone().AsObject();
        if (copy.ContainsKey("id") && JsonNode.DeepEquals(copy["id"], there["id"])) copy.Remove("id");
        return copy;
    }

    private static long At(JsonObject row, string column) => row[column]!.GetValue<long>();

    private static Dictionary<string, JsonObject> Rows(KeyedTable table, JsonNode? rows) =>
        rows!.AsArray().Select(row => row!.AsObject()).ToDictionary(row => RowImage.KeyOf(table, row), StringComparer.Ordinal);
}

using System.Text.Json.Nodes;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>
/// Gives two people the rows of a keyed table back. What the merge left and nothing has touched since goes back to whoever had it;
/// what is gone since stays gone; what is new or changed since goes to the one whose id it came with, or stays.
/// </summary>
/// <param name="ids">Those of the one that was merged away.</param>
internal sealed class KeyedRows(SqlTransaction transaction, MergeRow merge, IReadOnlySet<string> ids)
{
    public async Task GiveBackAsync(KeyedTable table, JsonNode before)
    {
        var (from, to) = (Rows(table, before["from"]), Rows(table, before["to"]));
        var now = Rows(table, await RowImage.ReadAsync(transaction, table, merge.ToPerson));
        foreach (var (key, row) in now)
        {
            var left = Left(table, from.GetValueOrDefault(key), to.GetValueOrDefault(key));
            if (left is not null && RowImage.AreEqual(left, row)) await RowImage.DeleteAsync(transaction, table, row, merge.ToPerson);
            else if (row["identity"]?.GetValue<string>() is { } identity && ids.Contains(identity)) await MoveAsync(table, row, to.GetValueOrDefault(key));
            else if (from.TryGetValue(key, out var own)) await RowImage.InsertAsync(transaction, table, Unnumbered(own, row), merge.FromPerson);
            if (left is null || !RowImage.AreEqual(left, row)) continue;
            if (from.TryGetValue(key, out var ofFrom)) await RowImage.InsertAsync(transaction, table, ofFrom, merge.FromPerson);
            if (to.TryGetValue(key, out var ofTo)) await RowImage.InsertAsync(transaction, table, ofTo, merge.ToPerson);
        }
    }

    private async Task MoveAsync(KeyedTable table, JsonObject row, JsonObject? before)
    {
        await RowImage.DeleteAsync(transaction, table, row, merge.ToPerson);
        await RowImage.InsertAsync(transaction, table, row, merge.FromPerson);
        if (before is not null) await RowImage.InsertAsync(transaction, table, before, merge.ToPerson);
    }

    /// <summary>What the merge made of two rows for one thing.</summary>
    private static JsonObject? Left(KeyedTable table, JsonObject? from, JsonObject? to)
    {
        if (from is null || to is null) return from ?? to;
        return table.Name switch
        {
            "consents" => At(from, "updated_at") > At(to, "updated_at") ? from : to,
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

using Dapper;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Takes people out of a table in small transactions, each of which may be the last before the process dies: what is left is
/// found by whoever goes on.
/// </summary>
internal sealed class RowEraser(SqlDatabase database, PersonalRows rows, TombstoneKey key)
{
    private const int Batch = 2000, ListSize = 500;

    public async Task EraseAsync(PersonalTable table, PersonIds people, CancellationToken cancellationToken)
    {
        if (table.Treatment == Treatment.Hashes) await new HiddenSuppressions(database, key).HideAsync(people, cancellationToken);
        else if (table.IsSearched) await EraseFoundAsync(table, people, cancellationToken);
        else await DeleteAsync(table, people, cancellationToken);
        if (table.Alias is { } alias) await TakeOffAliasesAsync(table, alias, people, cancellationToken);
    }

    /// <summary>Within a transaction that is under way, for tables with a handful of rows about anybody.</summary>
    public static async Task EraseAsync(SqlTransaction transaction, PersonalTable table, PersonIds people)
    {
        foreach (var list in people.Ids.Chunk(ListSize)) await transaction.ExecuteAsync($"delete from {table.Name} where {table.IsAbout}", new { list });
    }

    private async Task DeleteAsync(PersonalTable table, PersonIds people, CancellationToken cancellationToken)
    {
        foreach (var list in people.Ids.Chunk(ListSize))
        {
            int deleted;
            do
            {
                deleted = await database.WriteAsync(
                    async transaction =>
                    {
                        await transaction.WipeAsync();
                        return table.CameAsEvents
                            ? await DeleteEventsAsync(transaction, table, list)
                            : await transaction.ExecuteAsync(transaction.Dialect.DeleteSome(table.Name, table.Keys, table.IsAbout), new { list, batch = Batch });
                    },
                    cancellationToken);
            }
            while (deleted == Batch);
        }
    }

    /// <summary>With the ids by which they count once, which many a sender makes out of the person's.</summary>
    private static async Task<int> DeleteEventsAsync(SqlTransaction transaction, PersonalTable table, IReadOnlyList<string> list)
    {
        var events = await transaction.QueryAsync<(long Id, string Source, string EventId)>(
            $"select id, source, event_id from {table.Name} where {table.IsAbout} limit @batch", new { list, batch = Batch });
        foreach (var some in events.Chunk(ListSize))
        {
            foreach (var source in some.GroupBy(one => one.Source, one => one.EventId))
                await transaction.ExecuteAsync("delete from inbox where source = @Key and event_id in @sent", new { source.Key, sent = source });
            await transaction.ExecuteAsync($"delete from {table.Name} where id in @ids", new { ids = some.Select(one => one.Id) });
        }

        return events.Count;
    }

    private async Task EraseFoundAsync(PersonalTable table, PersonIds people, CancellationToken cancellationToken)
    {
        var pseudonyms = new Pseudonyms(key, new Names(people));
        var ids = people.Ids.ToHashSet(StringComparer.Ordinal);
        var found = new List<IDictionary<string, object?>>();
        await foreach (var row in rows.ReadAsync(table, people, PersonalRows.Searched(table), cancellationToken)) found.Add(row);
        var where = string.Join(" and ", table.Keys.Select(column => $"{column} = @key_{column}"));
        var change = table.Treatment == Treatment.Delete
            ? $"delete from {table.Name} where {where}"
            : $"update {table.Name} set {string.Join(", ", table.Texts.Select(column => $"{column} = @{column}"))} where {where}";
        foreach (var some in found.Chunk(Batch))
        {
            await database.WriteAsync(
                async transaction =>
                {
                    await transaction.WipeAsync();
                    foreach (var row in some) await transaction.ExecuteAsync(change, Parameters(row));
                },
                cancellationToken);
        }

        DynamicParameters Parameters(IDictionary<string, object?> row)
        {
            var parameters = new DynamicParameters();
            foreach (var column in table.Keys) parameters.Add($"key_{column}", row[column]);
            if (table.Treatment == Treatment.Delete) return parameters;
            foreach (var column in table.Texts) parameters.Add(column, row[column] is string text ? Changed(text) : null);
            return parameters;
        }

        string Changed(string text) => table.Treatment == Treatment.Positions ? PositionNames.Without(text, ids) : pseudonyms.In(text);
    }

    /// <summary>What others did before the id was the erased person's stays theirs, under their own id.</summary>
    private async Task TakeOffAliasesAsync(PersonalTable table, string alias, PersonIds people, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        foreach (var list in people.Ids.Chunk(ListSize))
        {
            await foreach (var id in database.StreamAsync<long>($"select id from {table.Name} where {alias} in @list", new { list }, cancellationToken))
                found.Add(id);
        }

        foreach (var list in found.Chunk(ListSize))
        {
            await database.WriteAsync(
                async transaction =>
                {
                    await transaction.WipeAsync();
                    await transaction.ExecuteAsync($"update {table.Name} set {alias} = {table.People[0]} where id in @list", new { list });
                },
                cancellationToken);
        }
    }
}

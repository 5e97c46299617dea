using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>Written in bulk in words that every database knows: the old rows go, the new ones come, many in one statement.</summary>
internal sealed class SqlSyncedRecords(SqlDatabase database, Tombstones tombstones) : ISyncedRecords
{
    private const int RowsPerStatement = 500;

    public async Task<IReadOnlyDictionary<string, long>> FindAsync(
        string source, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var piece in ids.Chunk(RowsPerStatement))
        {
            var rows = await connection.QueryAsync<(string RecordId, long Fingerprint)>(new CommandDefinition(
                "select record_id, fingerprint from synced_records where source = @source and record_id in @piece",
                new { source, piece }, cancellationToken: cancellationToken));
            foreach (var (id, fingerprint) in rows) known[id] = fingerprint;
        }

        return known;
    }

    public Task WriteAsync(string source, IReadOnlyDictionary<string, long> fingerprints, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, fingerprints.Keys.SelectMany(Parts));
            foreach (var piece in fingerprints.Where(record => erased.Count == 0 || !Parts(record.Key).Any(erased.Contains)).Chunk(RowsPerStatement))
            {
                await transaction.ExecuteAsync(
                    "delete from synced_records where source = @source and record_id in @piece",
                    new { source, piece = piece.Select(record => record.Key) });
                await transaction.ExecuteAsync(Insert(piece.Length), Parameters(source, piece));
            }
        },
        cancellationToken);

    public async Task<long> CountAsync(string source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from synced_records where source = @source and fingerprint <> 0", new { source }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<string>> ListAsync(string source, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return
        [
            .. await connection.QueryAsync<string>(new CommandDefinition(
                "select record_id from synced_records where source = @source and record_id > @after and fingerprint <> 0 order by record_id limit @limit",
                new { source, after = after ?? "", limit }, cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>The id, and the columns of a key of several of which one may name a person.</summary>
    private static IEnumerable<string> Parts(string recordId) =>
        recordId.Contains('|', StringComparison.Ordinal) ? recordId.Split('|').Prepend(recordId) : [recordId];

    private static string Insert(int rows) =>
        $"insert into synced_records (source, record_id, fingerprint) values {string.Join(", ", Enumerable.Range(0, rows).Select(row => $"(@source, @id{row}, @print{row})"))}";

    private static DynamicParameters Parameters(string source, KeyValuePair<string, long>[] piece)
    {
        var parameters = new DynamicParameters();
        parameters.Add("source", source);
        for (var row = 0; row < piece.Length; row++)
        {
            parameters.Add($"id{row}", piece[row].Key);
            parameters.Add($"print{row}", piece[row].Value);
        }

        return parameters;
    }
}

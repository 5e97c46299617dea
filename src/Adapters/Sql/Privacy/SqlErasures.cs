using System.Text.Json;
using Dapper;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

internal sealed class SqlErasures(SqlDatabase database, Tombstones tombstones) : IErasures
{
    private const string Select = "select erasure_id, begun_at, report, sealed_ids from erasures";

    /// <summary>With these gone nobody is led to the person any more; they have a handful of rows each.</summary>
    private static readonly PersonalTable[] GoneAtOnce = [.. PersonalTables.All.Where(table => table.Name is "people" or "identities" or "consents")];

    private readonly PersonalRows _rows = new(database, tombstones);

    public async Task<OpenErasure?> BeginAsync(
        IReadOnlyList<string> ids, string because, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await database.ReadAsync((connection, token) => PeopleFinder.FindAsync(connection, ids, null, token), cancellationToken);
        var counts = new List<HeldCount>();
        foreach (var table in PersonalTables.All)
            counts.Add(new HeldCount(table.Name, await _rows.CountAsync(table, before, cancellationToken), null));

        return await database.WriteAsync(
            async transaction =>
            {
                await Tombstones.CloseAsync(transaction);
                if (await FindAsync(transaction, ids) is { } begun) return begun;
                if (counts.TrueForAll(count => count.Before == 0)) return null;

                var people = await transaction.ReadAsync((connection, own, token) => PeopleFinder.FindAsync(connection, ids, own, token));
                var erasure = new Erasure($"{Guid.CreateVersion7(now)}", tombstones.Key.Pseudonym(ids[0]), because, now, counts, []);
                if (because == Erasure.Request)
                    erasure = erasure with { Tombstones = await tombstones.RaiseAsync(transaction, people, erasure.ErasureId, now) };
                await ErasureWriter.InsertAsync(transaction, erasure, tombstones.Key.Seal(people.ToTexts()), now);
                await ErasureWriter.AuditAsync(transaction, by, "person.erased", erasure, now);
                await transaction.WipeAsync();
                foreach (var table in GoneAtOnce) await RowEraser.EraseAsync(transaction, table, people);
                return new OpenErasure(erasure, people);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, long>> EraseRowsAsync(PersonIds people, CancellationToken cancellationToken)
    {
        var eraser = new RowEraser(database, _rows, tombstones.Key);
        foreach (var table in PersonalTables.All) await eraser.EraseAsync(table, people, cancellationToken);
        var left = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in PersonalTables.All) left[table.Name] = await _rows.CountAsync(table, people, cancellationToken);
        await database.ForgetDeletedAsync(cancellationToken);
        return left;
    }

    public Task SaveAsync(Erasure erasure, DateTimeOffset? due, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => ErasureWriter.GoOnAsync(transaction, erasure, due), cancellationToken);

    public async Task<OpenErasure?> FindAsync(string erasureId, CancellationToken cancellationToken) =>
        await QueryAsync($"{Select} where erasure_id = @erasureId", new { erasureId }, cancellationToken) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<OpenErasure>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        QueryAsync($"{Select} where due_at <= @at order by due_at limit @limit", new { at = UnixMilliseconds.From(now), limit }, cancellationToken);

    public Task<IReadOnlyList<OpenErasure>> BegunAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        QueryAsync($"{Select} where due_at is not null and begun_at >= @at", new { at = UnixMilliseconds.From(since) }, cancellationToken);

    public Task<Erasure?> LiftAsync(string id, string by, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await Tombstones.CloseAsync(transaction);
            if (await FindAsync(transaction, [id]) is not { } found) return null;
            if (found.Erasure.DoneAt is null) return found.Erasure;
            var lifted = found.Erasure with { LiftedAt = now };
            await Tombstones.LiftAsync(transaction, lifted.ErasureId);
            await ErasureWriter.UpdateAsync(transaction, lifted, null);
            await ErasureWriter.AuditAsync(transaction, by, "person.restored", lifted, now);
            return lifted;
        },
        cancellationToken);

    public Task<IReadOnlySet<string>> ErasedAmongAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => tombstones.ErasedAmongAsync(transaction, ids), cancellationToken);

    public Task<long> CountForeignAsync(CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from erased_ids where made_with <> @name", new { name = tombstones.Key.Name }, cancellationToken: token)),
        cancellationToken);

    /// <summary>The erasure that one of the ids fell under.</summary>
    private async Task<OpenErasure?> FindAsync(SqlTransaction transaction, IReadOnlyList<string> ids)
    {
        var rows = await transaction.QueryListAsync<ErasureRow>(
            $"{Select} where erasure_id in (select erasure_id from erased_ids where id_key in @list)", [.. ids.Select(tombstones.Key.OfId)]);
        return rows.Count == 0 ? null : Open(rows[0]);
    }

    private async Task<IReadOnlyList<OpenErasure>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ErasureRow>(new CommandDefinition(sql, parameters, cancellationToken: token)), cancellationToken);
        return [.. rows.Select(Open)];
    }

    private OpenErasure Open(ErasureRow row) => new(
        JsonSerializer.Deserialize(row.Report, ErasureJson.Default.Erasure)!,
        row.SealedIds is { } ids && tombstones.Key.Unseal(ids) is { } texts ? PersonIds.Of(texts) : null);
}

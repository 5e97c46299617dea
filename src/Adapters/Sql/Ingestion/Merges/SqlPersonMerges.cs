using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Identity.Undoing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

internal sealed class SqlPersonMerges(SqlDatabase database, Tombstones tombstones, TimeProvider time) : IPersonMerges
{
    private const string OfPerson =
        MergeRow.Select + "where id < @before and (from_person in (@identity, @person) or to_person in (@identity, @person)) order by id desc limit @limit";

    private const string Refusals =
        "select id, known_id, alias, reason, times, first_at, last_at from refused_links where id < @before order by id desc limit @limit";

    public async Task<IReadOnlyList<NotedMerge>> OfPersonAsync(string identity, long before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var person = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select person_id from identities where identity = @identity", new { identity }, cancellationToken: cancellationToken)) ?? identity;
        var rows = await connection.QueryAsync<MergeRow>(
            new CommandDefinition(OfPerson, new { identity, person, before, limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToMerge())];
    }

    public async Task<IReadOnlyList<NotedRefusal>> RefusalsAsync(long before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RefusalRow>(new CommandDefinition(Refusals, new { before, limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRefusal())];
    }

    public Task<UndoneMerge> UndoAsync(long mergeId, string by, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var noted = await transaction.QueryAsync<MergeRow>($"{MergeRow.Select}where id = @mergeId", new { mergeId });
            // Whoever is being erased is not brought back.
            var erased = await tombstones.ErasedAmongAsync(transaction, noted.SelectMany(merge => new[] { merge.FromPerson, merge.ToPerson }));
            var found = await transaction.QueryAsync<MergeRow>($"{MergeRow.Select}where id = @mergeId{transaction.Dialect.ForUpdate}", new { mergeId });
            return found.Count == 0 || erased.Count > 0 ? new UndoneMerge(null, null, []) : await new UndoWriter(transaction, found[0], time.GetUtcNow()).RunAsync(by);
        },
        cancellationToken);

    private sealed record RefusalRow
    {
        public long Id { get; init; }
        public required string KnownId { get; init; }
        public required string Alias { get; init; }
        public required string Reason { get; init; }
        public long Times { get; init; }
        public long FirstAt { get; init; }
        public long LastAt { get; init; }

        public NotedRefusal ToRefusal() => new(
            Id, new RefusedLink(KnownId, Alias, RefusalReasons.Parse(Reason)), Times, UnixMilliseconds.Read(FirstAt), UnixMilliseconds.Read(LastAt));
    }
}

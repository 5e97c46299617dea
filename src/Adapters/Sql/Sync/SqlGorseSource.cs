using System.Runtime.CompilerServices;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Items;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlGorseSource(SqlDatabase database, ConsentPolicy consent) : IGorseSource
{
    /// <summary>How many ids a statement names at most.</summary>
    private const int ListSize = 500;

    private const string ReadItems =
        $"select {ItemRow.Columns}, changed_at from items where changed_at > @at or (changed_at = @at and item_id > @id) order by changed_at, item_id limit @limit";

    private const string ReadPeople =
        $"{GorsePersonRow.Select} where p.changed_at > @at or (p.changed_at = @at and p.person_id > @id) order by p.changed_at, p.person_id limit @limit";

    private const string ReadMerges =
        "select id, happened_at, subject, details from audit where id > @after and action = 'person.merged' order by id limit @limit";

    private const string ReadActs = "select id, person_id, item_id, received_at from events where id > @after order by id limit @limit";

    private const string ReadLastAct =
        "select coalesce(max(id), 0) from events where id < (select coalesce(min(id), 9223372036854775807) from events where received_at > @at)";

    private readonly string _readHistories =
        "select e.person_id, e.item_id, e.session, e.type, e.name, e.occurred_at from events e join people p on p.person_id = e.person_id "
        + "where e.person_id in @people and e.item_id is not null and (p.deleted_at is null or e.occurred_at > p.deleted_at) "
        + $"and {AnalyticsConsent.Holds(consent, "e.person_id")} order by e.person_id, e.occurred_at, e.id";

    public async Task<IReadOnlyList<ChangedItem>> ItemsAsync(ChangePosition after, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<ItemRow>(ReadItems, Page(after, limit), cancellationToken))
            .Select(row => new ChangedItem(UnixMilliseconds.Read(row.ChangedAt), row.ToChange()))];

    public async Task<IReadOnlyList<ChangedPerson>> PeopleAsync(ChangePosition after, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<GorsePersonRow>(ReadPeople, Page(after, limit), cancellationToken)).Select(row => row.ToChange())];

    public async Task<IReadOnlyList<MergedPeople>> MergesAsync(long after, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<MergeRow>(ReadMerges, new { after, limit }, cancellationToken)).Select(row => row.ToMerge())];

    public async Task<IReadOnlyList<StoredAct>> ActsAsync(long after, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<ActRow>(ReadActs, new { after, limit }, cancellationToken))
            .Select(row => new StoredAct(row.Id, row.PersonId, row.ItemId, UnixMilliseconds.Read(row.ReceivedAt)))];

    public async Task<long> LastActBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        (await ReadAsync<long>(ReadLastAct, new { at = UnixMilliseconds.From(instant) }, cancellationToken))[0];

    public async Task<IReadOnlyList<string>> PersonIdsAsync(string after, int limit, CancellationToken cancellationToken) =>
        await ReadAsync<string>("select person_id from people where person_id > @after order by person_id limit @limit", new { after, limit }, cancellationToken);

    public async Task<IReadOnlyList<SyncedPerson>> FindAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var people = new List<SyncedPerson>(personIds.Count);
        foreach (var some in personIds.Chunk(ListSize))
            people.AddRange((await ReadAsync<GorsePersonRow>($"{GorsePersonRow.Select} where p.person_id in @some", new { some }, cancellationToken)).Select(row => row.ToPerson()));
        return people;
    }

    public async IAsyncEnumerable<ItemActivity> HistoriesAsync(
        IReadOnlyCollection<string> personIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var people in personIds.Chunk(ListSize))
        {
            var rows = connection.QueryUnbufferedAsync<HistoryRow>(_readHistories, new { people });
            await foreach (var row in rows.WithCancellation(cancellationToken))
                yield return new ItemActivity(row.PersonId, row.ItemId, row.Session, row.Type, UnixMilliseconds.Read(row.OccurredAt), row.Name);
        }
    }

    private static object Page(ChangePosition after, int limit) => new { at = UnixMilliseconds.From(after.ChangedAt), id = after.Id, limit };

    private async Task<List<T>> ReadAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }

    private sealed record MergeRow
    {
        public long Id { get; init; }
        public long HappenedAt { get; init; }
        public required string Subject { get; init; }
        public required string Details { get; init; }

        public MergedPeople ToMerge() => new(Id, UnixMilliseconds.Read(HappenedAt), JsonColumns.ReadMap(Details)["from"].Text, Subject);
    }

    private sealed record ActRow
    {
        public long Id { get; init; }
        public required string PersonId { get; init; }
        public string? ItemId { get; init; }
        public long ReceivedAt { get; init; }
    }

    private sealed record HistoryRow
    {
        public required string PersonId { get; init; }
        public required string ItemId { get; init; }
        public string? Session { get; init; }
        public required string Type { get; init; }
        public string? Name { get; init; }
        public long OccurredAt { get; init; }
    }
}

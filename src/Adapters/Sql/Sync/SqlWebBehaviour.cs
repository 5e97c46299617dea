using Dapper;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlWebBehaviour(SqlDatabase database) : IWebBehaviourStore
{
    private const int ListSize = 500;

    private static readonly string OfPeople =
        $"select i.person_id, w.{WebBehaviourRow.Columns.Replace(", ", ", w.", StringComparison.Ordinal)} "
        + "from identities i join web_behaviour w on w.identity = i.identity where i.person_id in @list";

    private const string OfVisitors = $"select {WebBehaviourRow.Columns} from web_behaviour where identity in @list";

    public async Task<ILookup<string, WebBehaviour>> OfPeopleAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        (await ReadAsync(OfPeople, personIds, cancellationToken))
            .ToLookup(row => row.PersonId!, row => row.ToBehaviour(), StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, WebBehaviour>> OfVisitorsAsync(
        IReadOnlyCollection<string> visitorIds, CancellationToken cancellationToken) =>
        (await ReadAsync(OfVisitors, visitorIds, cancellationToken))
            .ToDictionary(row => row.Identity, row => row.ToBehaviour(), StringComparer.Ordinal);

    public Task KeepAsync(IReadOnlyCollection<string> visitorIds, DateTimeOffset run, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var list in visitorIds.Chunk(ListSize))
            {
                await transaction.ExecuteAsync(
                    "update web_behaviour set read_in_run = @run where identity in @list", new { run = UnixMilliseconds.From(run), list });
            }
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> ForgetAsync(DateTimeOffset run, int batch, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var visitors = await transaction.QueryAsync<string>(
                    "select identity from web_behaviour where read_in_run < @run order by read_in_run limit @batch",
                    new { run = UnixMilliseconds.From(run), batch });
                var people = await transaction.QueryListAsync<string>("select person_id from identities where identity in @list", visitors);
                foreach (var list in visitors.Chunk(ListSize))
                    await transaction.ExecuteAsync("delete from web_behaviour where identity in @list", new { list });
                foreach (var list in people.Chunk(ListSize))
                {
                    await transaction.ExecuteAsync(
                        "update people set changed_at = @now where person_id in @list", new { now = UnixMilliseconds.From(now), list });
                }

                return (IReadOnlyList<string>)people;
            },
            cancellationToken);

    private async Task<List<WebBehaviourRow>> ReadAsync(string sql, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = new List<WebBehaviourRow>(ids.Count);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var list in ids.Chunk(ListSize))
            rows.AddRange(await connection.QueryAsync<WebBehaviourRow>(new CommandDefinition(sql, new { list }, cancellationToken: cancellationToken)));
        return rows;
    }
}

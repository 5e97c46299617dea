using Dapper;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions.History;

internal sealed class SqlDefinitionHistory(SqlDatabase database) : IDefinitionHistory
{
    private const string Columns =
        "id, kind, definition_id, version, happened, changed_at, changed_by, approved_by, reason, document";

    private const string Versions =
        $"select {Columns} from definition_versions where kind = @kind and definition_id = @id and version < @before "
        + "order by version desc limit @limit";

    private const string Latest =
        "select v.id, v.kind, v.definition_id, v.version, v.happened, v.changed_at, v.changed_by, v.approved_by, v.reason from definition_versions v "
        + "where v.kind = @kind and v.definition_id in @ids "
        + "and v.version = (select max(m.version) from definition_versions m where m.kind = v.kind and m.definition_id = v.definition_id)";

    private const string One =
        $"select {Columns} from definition_versions where kind = @kind and definition_id = @id and version = @version";

    public async Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(
        string kind, long id, int before, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(Versions, new { kind, id, before, limit }, cancellationToken)).Select(row => row.ToVersion())];

    public async Task<IReadOnlyList<DefinitionVersion>> LatestAsync(
        string kind, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : [.. (await ReadAsync(Latest, new { kind, ids }, cancellationToken)).Select(row => row.ToVersion())];

    public async Task<DefinitionVersion?> FindAsync(string kind, long id, int version, CancellationToken cancellationToken) =>
        (await ReadAsync(One, new { kind, id, version }, cancellationToken)).FirstOrDefault()?.ToVersion();

    private Task<IEnumerable<VersionRow>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.QueryAsync<VersionRow>(new CommandDefinition(sql, parameters, cancellationToken: token)), cancellationToken);
}

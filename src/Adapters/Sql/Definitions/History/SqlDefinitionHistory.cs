using Dapper;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions.History;

internal sealed class SqlDefinitionHistory(SqlDatabase database) : IDefinitionHistory
{
    private const string Columns =
        "v.id, v.kind, v.definition_id, v.version, v.happened, v.changed_at, v.changed_by, v.approved_by, v.reason, v.document";

    private const string Versions =
        $"select {Columns} from definition_versions v where v.kind = @kind and v.definition_id = @id and v.version < @before "
        + "order by v.version desc limit @limit";

    private const string One =
        $"select {Columns} from definition_versions v where v.kind = @kind and v.definition_id = @id and v.version = @version";

    private const string Changes =
        $"select {Columns}, b.document as document_before from definition_versions v "
        + "left join definition_versions b on b.kind = v.kind and b.definition_id = v.definition_id and b.version = v.version - 1 "
        + "where v.id < @before and v.happened <> '" + Happenings.Found + "' ";

    private const string LatestFirst = "order by v.id desc limit @limit";

    public async Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(
        string kind, long id, int before, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(Versions, new { kind, id, before, limit }, cancellationToken)).Select(row => row.ToVersion())];

    public async Task<DefinitionVersion?> FindAsync(string kind, long id, int version, CancellationToken cancellationToken) =>
        (await ReadAsync(One, new { kind, id, version }, cancellationToken)).FirstOrDefault()?.ToVersion();

    public async Task<IReadOnlyList<AuditedChange>> ChangesAsync(
        string? kind, long? id, long before, int limit, CancellationToken cancellationToken)
    {
        var asked = (kind is null ? "" : "and v.kind = @kind ") + (id is null ? "" : "and v.definition_id = @id ");
        var rows = await ReadAsync(Changes + asked + LatestFirst, new { kind, id, before, limit }, cancellationToken);
        return [.. rows.Select(row => row.ToChange())];
    }

    private Task<IEnumerable<VersionRow>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.QueryAsync<VersionRow>(new CommandDefinition(sql, parameters, cancellationToken: token)), cancellationToken);
}

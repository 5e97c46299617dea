using Dapper;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Auditing;

internal sealed class SqlAudit(SqlDatabase database) : IAudit
{
    // What a merge leaves is told in the details, as it was before there was anything else in the audit.
    private const string Select =
        "select id, happened_at, actor, kind, subject, action, version, approved_by, reason, request_id, document_before, "
        + "coalesce(document_after, details) as document_after from audit where id < @before ";

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => AuditWriter.WriteAsync(transaction, entry), cancellationToken);

    public async Task<IReadOnlyList<AuditedChange>> ListAsync(
        AuditQuestion asked, long before, int limit, CancellationToken cancellationToken)
    {
        var where = (asked.Kind is null ? "" : "and kind = @Kind ") + (asked.Subject is null ? "" : "and subject = @Subject ")
            + (asked.By is null ? "" : "and actor = @By ")
            + (asked.From is null ? "" : "and happened_at >= @from ") + (asked.To is null ? "" : "and happened_at < @to ");
        var parameters = new
        {
            before,
            limit,
            asked.Kind,
            asked.Subject,
            asked.By,
            from = UnixMilliseconds.From(asked.From),
            to = UnixMilliseconds.From(asked.To),
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<AuditRow>(
                new CommandDefinition(Select + where + "order by id desc limit @limit", parameters, cancellationToken: token)),
            cancellationToken);
        return [.. rows.Select(row => row.ToChange())];
    }
}

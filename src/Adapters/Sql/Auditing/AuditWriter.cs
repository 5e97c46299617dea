using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Adapters.Sql.Auditing;

/// <summary>Adds an entry to the audit, in the transaction that does what it tells of.</summary>
internal static class AuditWriter
{
    private static readonly string Insert = new SqlInsert(
        "audit",
        [
            "happened_at", "actor", "kind", "subject", "action", "version", "approved_by", "reason", "request_id", "document_before", "document_after",
        ]).Single;

    public static Task WriteAsync(SqlTransaction transaction, AuditEntry entry) => transaction.ExecuteAsync(
        Insert,
        new
        {
            happened_at = UnixMilliseconds.From(entry.At),
            actor = entry.By,
            kind = entry.Kind,
            subject = entry.Subject,
            action = entry.Action,
            version = entry.Version,
            approved_by = entry.ApprovedBy,
            reason = entry.Reason,
            request_id = entry.RequestId,
            document_before = entry.Before,
            document_after = entry.After,
        });
}

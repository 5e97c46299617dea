using System.Globalization;
using PersonalizationEngine.Adapters.Sql.Auditing;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Adapters.Sql.Definitions.History;

/// <summary>Keeps what became of a definition and tells the audit, in the transaction that makes it so.</summary>
internal static class HistoryWriter
{
    private const string DocumentOf = "select document from definition_versions where kind = @kind and definition_id = @id and version = @version";

    private static readonly string[] Columns =
        ["kind", "definition_id", "version", "happened", "changed_at", "changed_by", "approved_by", "reason", "document"];

    /// <param name="version">From this change on.</param>
    public static async Task WriteAsync(SqlTransaction transaction, string kind, long id, int version, Edit edit)
    {
        var insert = transaction.Dialect.InsertIfAbsent("definition_versions", Columns);
        if (edit.Before is not null) await transaction.ExecuteAsync(insert, Row(kind, id, version - 1, Unknown(edit)));
        await transaction.ExecuteAsync(insert, Row(kind, id, version, edit));
        await AuditAsync(transaction, kind, id, version, edit);
        if (edit.Document is null)
            await transaction.ExecuteAsync("delete from definition_drafts where kind = @kind and definition_id = @id", new { kind, id });
        else if (edit.Draft is { } revision)
            await transaction.ExecuteAsync(
                "delete from definition_drafts where kind = @kind and definition_id = @id and revision = @revision", new { kind, id, revision });
    }

    private static async Task AuditAsync(SqlTransaction transaction, string kind, long id, int version, Edit edit)
    {
        var subject = id.ToString(CultureInfo.InvariantCulture);
        await AuditWriter.WriteAsync(transaction, new AuditEntry(edit.At, edit.By, kind, subject, edit.Happened)
        {
            Version = version,
            ApprovedBy = edit.ApprovedBy,
            Reason = edit.Reason,
            Before = await transaction.ScalarAsync<string>(DocumentOf, new { kind, id, version = version - 1 }),
            After = edit.Document,
        });
    }

    /// <summary>What was there already when its history began.</summary>
    private static Edit Unknown(Edit edit) => new(edit.At, Happenings.Found, "", edit.Before);

    private static object Row(string kind, long id, int version, Edit edit) => new
    {
        kind,
        definition_id = id,
        version,
        happened = edit.Happened,
        changed_at = UnixMilliseconds.From(edit.At),
        changed_by = edit.By,
        approved_by = edit.ApprovedBy,
        reason = edit.Reason,
        document = edit.Document,
    };
}

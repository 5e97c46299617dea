using System.Globalization;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Auditing;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlDrafts(SqlDatabase database) : IDrafts
{
    private const string Where = "where kind = @kind and definition_id = @id";

    private const string Select =
        "select definition_id, revision, based_on, document, drafted_at, drafted_by, reason, approved_at, approved_by from definition_drafts "
        + Where;

    private const string Update =
        "update definition_drafts set revision = @revision, based_on = @based_on, document = @document, drafted_at = @drafted_at, "
        + "drafted_by = @drafted_by, reason = @reason, approved_at = null, approved_by = null "
        + "where kind = @kind and definition_id = @definition_id and revision = @revision - 1";

    private static readonly string[] Columns =
        ["kind", "definition_id", "revision", "based_on", "document", "drafted_at", "drafted_by", "reason"];

    private static readonly string Insert = new SqlInsert("definition_drafts", Columns).Single;

    public async Task<Draft?> FindAsync(string kind, long id, CancellationToken cancellationToken) => (await database.ReadAsync(
        (connection, token) => connection.QueryFirstOrDefaultAsync<Row>(
            new CommandDefinition(Select, new { kind, id }, cancellationToken: token)),
        cancellationToken))?.ToDraft();

    public async Task<IReadOnlyList<DraftNote>> WaitingAsync(string kind, CancellationToken cancellationToken) =>
    [
        .. (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<NoteRow>(new CommandDefinition(
                "select definition_id, revision, drafted_at, drafted_by, approved_by from definition_drafts where kind = @kind order by definition_id",
                new { kind },
                cancellationToken: token)),
            cancellationToken)).Select(row => row.ToNote()),
    ];

    public async Task<bool> SaveAsync(string kind, Draft draft, CancellationToken cancellationToken)
    {
        var row = new
        {
            kind,
            definition_id = draft.DefinitionId,
            revision = draft.Revision,
            based_on = draft.BasedOn,
            document = draft.Document.GetRawText(),
            drafted_at = UnixMilliseconds.From(draft.DraftedAt),
            drafted_by = draft.DraftedBy,
            reason = draft.Reason,
        };
        var entry = Entry(draft.DraftedAt, draft.DraftedBy, kind, draft.DefinitionId, Happenings.DraftSaved) with
        {
            Reason = draft.Reason,
            After = row.document,
        };
        try
        {
            return await WriteAsync(kind, draft.DefinitionId, draft.Revision == 1 ? Insert : Update, row, entry, cancellationToken);
        }
        catch (Exception exception) when (database.Dialect.IsDuplicateKey(exception))
        {
            return false;
        }
    }

    public Task<bool> ApproveAsync(
        string kind, long id, int revision, string by, DateTimeOffset at, CancellationToken cancellationToken) => WriteAsync(
        kind, id,
        $"update definition_drafts set approved_at = @at, approved_by = @by {Where} and revision = @revision",
        new { kind, id, revision, by, at = UnixMilliseconds.From(at) },
        Entry(at, by, kind, id, Happenings.DraftApproved) with { ApprovedBy = by },
        cancellationToken);

    public Task<bool> RemoveAsync(string kind, long id, string by, DateTimeOffset at, CancellationToken cancellationToken) => WriteAsync(
        kind, id, $"delete from definition_drafts {Where}", new { kind, id }, Entry(at, by, kind, id, Happenings.DraftDropped), cancellationToken);

    private static AuditEntry Entry(DateTimeOffset at, string by, string kind, long id, string action) =>
        new(at, by, kind, id.ToString(CultureInfo.InvariantCulture), action);

    /// <returns>Whether there was something to write to; else the audit has nothing to tell either.</returns>
    private Task<bool> WriteAsync(string kind, long id, string sql, object row, AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var before = await transaction.ScalarAsync<string>($"select document from definition_drafts {Where}{transaction.Dialect.ForUpdate}", new { kind, id });
            if (await transaction.ExecuteAsync(sql, row) != 1) return false;
            var after = entry.Action == Happenings.DraftApproved ? before : entry.After;
            await AuditWriter.WriteAsync(transaction, entry with { Before = before, After = after });
            return true;
        },
        cancellationToken);

    private sealed record NoteRow
    {
        public long DefinitionId { get; init; }
        public int Revision { get; init; }
        public long DraftedAt { get; init; }
        public required string DraftedBy { get; init; }
        public string? ApprovedBy { get; init; }

        public DraftNote ToNote() => new(DefinitionId, Revision, UnixMilliseconds.Read(DraftedAt), DraftedBy, ApprovedBy);
    }

    private sealed record Row
    {
        public long DefinitionId { get; init; }
        public int Revision { get; init; }
        public int BasedOn { get; init; }
        public required string Document { get; init; }
        public long DraftedAt { get; init; }
        public required string DraftedBy { get; init; }
        public string? Reason { get; init; }
        public long? ApprovedAt { get; init; }
        public string? ApprovedBy { get; init; }

        public Draft ToDraft() => new(
            DefinitionId, Revision, BasedOn, JsonColumns.ReadElement(Document), UnixMilliseconds.Read(DraftedAt), DraftedBy, Reason,
            UnixMilliseconds.Read(ApprovedAt), ApprovedBy);
    }
}

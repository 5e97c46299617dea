using Dapper;
using PersonalizationEngine.Engine.Administration.Drafts;
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
        try
        {
            return await database.WriteAsync(
                transaction => transaction.ExecuteAsync(draft.Revision == 1 ? Insert : Update, row), cancellationToken) == 1;
        }
        catch (Exception exception) when (database.Dialect.IsDuplicateKey(exception))
        {
            return false;
        }
    }

    public async Task<bool> ApproveAsync(
        string kind, long id, int revision, string by, DateTimeOffset at, CancellationToken cancellationToken) => await database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            $"update definition_drafts set approved_at = @at, approved_by = @by {Where} and revision = @revision",
            new { kind, id, revision, by, at = UnixMilliseconds.From(at) }),
        cancellationToken) == 1;

    public async Task<bool> RemoveAsync(string kind, long id, CancellationToken cancellationToken) => await database.WriteAsync(
        transaction => transaction.ExecuteAsync($"delete from definition_drafts {Where}", new { kind, id }), cancellationToken) == 1;

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

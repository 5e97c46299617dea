using Microsoft.Data.Sqlite;

namespace EmbeddedHost.Durable.Histories;

/// <summary>All that is ever written to durable.db, prepared on the writer's connection.</summary>
internal sealed class WriteStatements(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> _all = [];
    private Statement? _insertInstance, _findInstance, _childrenOf, _updateInstance, _endInstance, _renewInstance;
    private Statement? _deleteInstance, _insertEvent, _deleteHistory, _insertPending, _deletePending, _deleteAllPending;
    private Statement? _insertMessage, _deleteMessage, _deleteMessagesOf;

    public Statement InsertInstance => Of(ref _insertInstance, """
        INSERT INTO instances (run, id, name, status, created, updated, start_at, input, tags,
            parent_id, parent_name, parent_run, parent_task)
        VALUES (@0, @1, @2, @3, @4, @4, @5, @6, @7, @8, @9, @10, @11)
        """);

    public Statement FindInstance => Of(
        ref _findInstance, $"SELECT {RowReading.InstanceColumns} FROM instances WHERE id = @0");

    public Statement ChildrenOf => Of(
        ref _childrenOf, $"SELECT {RowReading.InstanceColumns} FROM instances WHERE parent_run = @0 AND parent_run > 0");

    public Statement UpdateInstance => Of(
        ref _updateInstance, "UPDATE instances SET status = @1, updated = @2, custom = @3 WHERE run = @0");

    public Statement EndInstance => Of(
        ref _endInstance, "UPDATE instances SET status = @1, updated = @2, custom = @3, output = @4, failure = @5 WHERE run = @0");

    public Statement RenewInstance => Of(
        ref _renewInstance, "UPDATE instances SET run = @1, updated = @2, custom = @3, input = @4, status = 0 WHERE run = @0");

    public Statement DeleteInstance => Of(ref _deleteInstance, "DELETE FROM instances WHERE run = @0");

    public Statement InsertEvent => Of(
        ref _insertEvent, "INSERT INTO history (run, seq, kind, task, name, payload, target, at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)");

    public Statement DeleteHistory => Of(ref _deleteHistory, "DELETE FROM history WHERE run = @0");

    public Statement InsertPending => Of(ref _insertPending, "INSERT INTO pending (run, task, seq) VALUES (@0, @1, @2)");

    public Statement DeletePending => Of(ref _deletePending, "DELETE FROM pending WHERE run = @0 AND task = @1");

    public Statement DeleteAllPending => Of(ref _deleteAllPending, "DELETE FROM pending WHERE run = @0");

    public Statement InsertMessage => Of(
        ref _insertMessage,
        "INSERT OR REPLACE INTO inbox (seq, id, run, kind, task, name, payload, recursive) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)");

    public Statement DeleteMessage => Of(ref _deleteMessage, "DELETE FROM inbox WHERE seq = @0");

    public Statement DeleteMessagesOf => Of(ref _deleteMessagesOf, "DELETE FROM inbox WHERE id = @0");

    public void Dispose() => _all.ForEach(statement => statement.Dispose());

    private Statement Of(ref Statement? statement, string sql)
    {
        if (statement is not null) return statement;
        _all.Add(statement = new Statement(connection, sql));
        return statement;
    }
}

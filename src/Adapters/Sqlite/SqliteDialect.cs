using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.Sqlite;

internal sealed class SqliteDialect : ISqlDialect
{
    private const int ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;

    public string OfIds(string table, string key) => $"json_each(@ids) ids cross join {table} on {key} = ids.value";

    /// <summary>A writer has the whole file to itself.</summary>
    public string ForUpdate => "";

    public string ForShare => "";

    public string Wipe => "pragma secure_delete = on";

    public string SizeInBytes => "select page_count * page_size from pragma_page_count(), pragma_page_size()";

    public string LastInsertedId => "select last_insert_rowid()";

    public SqlInsert Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns, IReadOnlyList<string> updated)
    {
        var updates = updated.Select(column => $"{column} = excluded.{column}");
        return new SqlInsert(table, columns, $" on conflict ({string.Join(", ", keys)}) do update set {string.Join(", ", updates)}");
    }

    public SqlInsert InsertIfAbsent(string table, IReadOnlyList<string> columns) => new(table, columns, " on conflict do nothing");

    /// <summary>One by one: the statement is prepared once, and nothing is sent anywhere.</summary>
    public Task InsertAsync(
        DbConnection connection, DbTransaction transaction, SqlInsert insert, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(insert.Single, rows, transaction, cancellationToken: cancellationToken));

    public Task LockAsync(SqlTransaction transaction, IEnumerable<string> names) => Task.CompletedTask;

    public bool IsDuplicateKey(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public string DeleteSome(string table, IReadOnlyList<string> keys, string condition)
    {
        var key = string.Join(", ", keys);
        return $"delete from {table} where ({key}) in (select {key} from {table} where {condition} limit @batch)";
    }
}

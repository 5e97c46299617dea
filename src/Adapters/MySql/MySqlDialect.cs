using System.Data.Common;
using MySqlConnector;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>Only what MySQL 8.4 and MariaDB 10.11 both understand.</summary>
internal sealed class MySqlDialect : ISqlDialect
{
    public string OfIds(string table, string key) =>
        $"json_table(@ids, '$[*]' columns (id varchar(300) character set utf8mb4 collate utf8mb4_bin path '$')) ids straight_join {table} on {key} = ids.id";

    public string ForUpdate => " for update";

    public string ForShare => " lock in share mode";

    public string Wipe => "";

    public string SizeInBytes =>
        "select cast(coalesce(sum(data_length + index_length), 0) as signed) from information_schema.tables where table_schema = database()";

    public string LastInsertedId => "select last_insert_id()";

    public SqlInsert Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns, IReadOnlyList<string> updated)
    {
        var updates = updated.Select(column => $"{column} = values({column})");
        return new SqlInsert(table, columns, $" on duplicate key update {string.Join(", ", updates)}");
    }

    /// <summary>Not <c>insert ignore</c>, which would also let pass what does not fit a column.</summary>
    public SqlInsert InsertIfAbsent(string table, IReadOnlyList<string> columns) =>
        new(table, columns, $" on duplicate key update {columns[0]} = {table}.{columns[0]}");

    public Task InsertAsync(
        DbConnection connection, DbTransaction transaction, SqlInsert insert, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        new RowsInsert((MySqlConnection)connection, (MySqlTransaction)transaction, insert).RunAsync(rows, cancellationToken);

    public Task LockAsync(SqlTransaction transaction, IEnumerable<string> names) => WriteLocks.TakeAsync(transaction, names);

    public bool IsDuplicateKey(Exception exception) => exception is MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry };

    /// <summary>MySQL selects from the table it deletes from only when the selection stands apart, as a table of its own.</summary>
    public string DeleteSome(string table, IReadOnlyList<string> keys, string condition)
    {
        var same = keys.Select(key => $"doomed.{key} = {table}.{key}");
        return $"delete {table} from {table} join (select {string.Join(", ", keys)} from {table} where {condition} limit @batch) doomed on {string.Join(" and ", same)}";
    }
}

using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sql;

namespace PersonalizationEngine.Adapters.Sqlite;

internal sealed class SqliteDialect : ISqlDialect
{
    private const int ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;

    public string LastInsertedId => "select last_insert_rowid()";

    public string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns)
    {
        var updates = columns.Except(keys, StringComparer.Ordinal).Select(column => $"{column} = excluded.{column}");
        return $"{Insert(table, columns)} on conflict ({string.Join(", ", keys)}) do update set {string.Join(", ", updates)}";
    }

    public string InsertIfAbsent(string table, IReadOnlyList<string> columns) => $"{Insert(table, columns)} on conflict do nothing";

    public bool IsDuplicateKey(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public string DeleteSome(string table, IReadOnlyList<string> keys, string condition)
    {
        var key = string.Join(", ", keys);
        return $"delete from {table} where ({key}) in (select {key} from {table} where {condition} limit @batch)";
    }

    private static string Insert(string table, IReadOnlyList<string> columns) =>
        $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
}

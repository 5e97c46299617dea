using System.Data.Common;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>The few statements that SQLite and MySQL write differently.</summary>
public interface ISqlDialect
{
    /// <summary>Inserts a row, or updates all columns of the one with the same keys.</summary>
    sealed SqlInsert Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns) =>
        Upsert(table, keys, columns, [.. columns.Except(keys, StringComparer.Ordinal)]);

    /// <summary>Inserts a row, or updates some columns of the one with the same keys.</summary>
    SqlInsert Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns, IReadOnlyList<string> updated);

    /// <summary>Inserts a row unless one with the same unique key is there.</summary>
    SqlInsert InsertIfAbsent(string table, IReadOnlyList<string> columns);

    /// <summary>Runs an insert for each of the rows, in their order.</summary>
    /// <param name="rows">Objects with a property for each column.</param>
    Task InsertAsync(DbConnection connection, DbTransaction transaction, SqlInsert insert, IEnumerable<object> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Makes other write transactions that lock one of the names wait until this one ends, whether or not there is a row of
    /// that name yet.
    /// </summary>
    Task LockAsync(SqlTransaction transaction, IEnumerable<string> names);

    /// <summary>
    /// What a query reads from to get the rows of a table whose key is one of the texts in <c>@ids</c>, a JSON list that has each
    /// once. They are visited in its order. A parameter for each text would cost the driver and the server more than the rows.
    /// </summary>
    /// <param name="table">With its alias.</param>
    /// <param name="key">A column with an index.</param>
    string OfIds(string table, string key);

    /// <summary>Follows a select whose rows nobody else shall change until the transaction ends.</summary>
    string ForUpdate { get; }

    /// <summary>Follows a select whose rows nobody else shall change until the transaction ends, though others may do the same.</summary>
    string ForShare { get; }

    /// <summary>Makes the deletes of a transaction overwrite what they delete; empty where no statement does.</summary>
    string Wipe { get; }

    /// <summary>Selects the id that the last insert on the connection gave.</summary>
    string LastInsertedId { get; }

    /// <summary>Selects what the database takes on its disk, in bytes.</summary>
    string SizeInBytes { get; }

    /// <summary>Whether the statement failed because a unique key was taken.</summary>
    bool IsDuplicateKey(Exception exception);

    /// <summary>Deletes at most <c>@batch</c> rows that meet the condition.</summary>
    string DeleteSome(string table, IReadOnlyList<string> keys, string condition);
}

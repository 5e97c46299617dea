namespace PersonalizationEngine.Adapters.Sql;

/// <summary>The few statements that SQLite and MySQL write differently.</summary>
public interface ISqlDialect
{
    /// <summary>Inserts a row, or updates the one with the same keys.</summary>
    string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns);

    /// <summary>Inserts a row unless one with the same unique key is there.</summary>
    string InsertIfAbsent(string table, IReadOnlyList<string> columns);

    /// <summary>Selects the id that the last insert on the connection gave.</summary>
    string LastInsertedId { get; }

    /// <summary>Whether the statement failed because a unique key was taken.</summary>
    bool IsDuplicateKey(Exception exception);

    /// <summary>Deletes at most <c>@batch</c> rows that meet the condition.</summary>
    string DeleteSome(string table, IReadOnlyList<string> keys, string condition);
}

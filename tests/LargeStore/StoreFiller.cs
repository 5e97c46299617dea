using Microsoft.Data.Sqlite;

namespace PersonalizationEngine.LargeStore;

/// <summary>
/// Writes people and all that is about them straight into the database file of a stopped engine, in SQL alone: the front door takes
/// some minutes for a million events. Everything follows from a row's number, so that two stores of a size are the same.
/// </summary>
public static class StoreFiller
{
    /// <param name="dataDirectory">Of an engine that is not running and has <see cref="StoreDefinitions"/>.</param>
    /// <param name="now">The end of the four weeks that are filled.</param>
    public static void Fill(string dataDirectory, DateTimeOffset now, StoreSize size)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "engine.db"), Pooling = false };
        using var connection = new SqliteConnection(file.ToString());
        connection.Open();
        Run(connection, null, "pragma cache_size = -400000");
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var sql in (IEnumerable<string>)[.. PeopleRows.All, .. BehaviourRows.All, .. OutcomeRows.All, .. MessageRows.All, .. CareRows.All])
                Run(connection, transaction, sql, ("@people", size.People), ("@events", size.EventsEach), ("@scores", size.ScoresEach), ("@now", now.ToUnixTimeMilliseconds()));
            transaction.Commit();
        }

        // As a store is that the engine's own upkeep has seen: without it the planner guesses.
        Run(connection, null, "pragma wal_checkpoint(truncate)");
    }

    private static void Run(SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = new SqliteCommand(sql, connection, transaction) { CommandTimeout = 0 };
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

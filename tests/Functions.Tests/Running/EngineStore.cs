using Microsoft.Data.Sqlite;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Looks into the database file of an engine, running or not: what is not in there is not durable.</summary>
public sealed class EngineStore(string dataDirectory)
{
    public static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, "engine.db");

    public long Count(string sql, params (string Name, object Value)[] parameters) => Rows(sql, row => row.GetInt64(0), parameters)[0];

    public IReadOnlyList<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = PathIn(dataDirectory), Pooling = false };
        using var connection = new SqliteConnection(file.ToString());
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}

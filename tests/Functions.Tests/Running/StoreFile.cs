using Microsoft.Data.Sqlite;

namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Looks into an engine's store as an operator would, beside the running process.</summary>
internal static class StoreFile
{
    public static string PathOf(EngineProcess process) => Path.Combine(process.DataDirectory, "engine.db");

    public static List<T> Query<T>(this EngineProcess process, string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={PathOf(process)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(rows.GetFieldValue<T>(0));
        return found;
    }

    /// <summary>Asks again until the answer fits: what decisions leave behind is stored a moment after the answer.</summary>
    public static async Task<List<T>> QueryUntilAsync<T>(
        this EngineProcess process, Func<List<T>, bool> fits, string sql, params (string Name, object Value)[] parameters)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (process.Query<T>(sql, parameters) is var found && fits(found)) return found;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return process.Query<T>(sql, parameters);
    }
}

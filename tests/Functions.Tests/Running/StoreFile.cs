namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Looks into an engine's store as an operator would, beside the running process.</summary>
internal static class StoreFile
{
    public static string PathOf(EngineProcess process) => EngineStore.PathIn(process.DataDirectory);

    /// <summary>The first column of each row.</summary>
    public static List<T> Query<T>(this EngineProcess process, string sql, params (string Name, object Value)[] parameters) =>
        [.. new EngineStore(process.DataDirectory).Rows(sql, row => row.GetFieldValue<T>(0), parameters)];

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

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Loops over numbers on one processor core or on several.</summary>
internal static class Cores
{
    /// <param name="cores">
    /// With 1 nothing but the calling thread works: training beside serving must not take the threads that answer requests.
    /// </param>
    /// <param name="workspace">Made for each thread that takes part.</param>
    public static void For<T>(int cores, int count, Func<T> workspace, Action<int, T> body)
    {
        if (cores <= 1)
        {
            var only = workspace();
            for (var index = 0; index < count; index++) body(index, only);
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = cores };
        Parallel.For(
            0,
            count,
            options,
            workspace,
            (index, _, own) =>
            {
                body(index, own);
                return own;
            },
            static _ => { });
    }
}

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Runs the turns of a loop on a given number of cores, whichever is free taking the next one.</summary>
internal static class SharedLoop
{
    /// <param name="cores">At 1 the calling thread does it all, and the pool, which serves requests, is left alone.</param>
    public static void Run(int turns, int cores, Action<int> body)
    {
        if (cores == 1 || turns <= 1)
        {
            for (var turn = 0; turn < turns; turn++) body(turn);
            return;
        }

        var next = -1;
        var workers = Math.Min(cores, turns);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            for (var turn = Interlocked.Increment(ref next); turn < turns; turn = Interlocked.Increment(ref next)) body(turn);
        });
    }
}

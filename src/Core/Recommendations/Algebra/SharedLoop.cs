namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Runs the turns of a loop on a given number of cores, whichever is free taking the next one.</summary>
internal static class SharedLoop
{
    /// <summary>Takes each turn once, in any order; every thread makes its own room to work in.</summary>
    /// <param name="cores">At 1 the calling thread does it all, in order, and the pool, which serves requests, is left alone.</param>
    /// <param name="cancellationToken">Looked at before each turn.</param>
    /// <exception cref="OperationCanceledException">Turns were left out.</exception>
    public static void Run<TRoom>(
        int turns, int cores, Func<TRoom> makeRoom, Action<int, TRoom> body, CancellationToken cancellationToken = default)
    {
        var workers = Math.Min(cores, turns);
        var next = -1;
        if (workers <= 1) Work();
        else Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => Work());
        cancellationToken.ThrowIfCancellationRequested();

        void Work()
        {
            var room = makeRoom();
            for (var turn = Interlocked.Increment(ref next); turn < turns; turn = Interlocked.Increment(ref next))
            {
                if (cancellationToken.IsCancellationRequested) return;
                body(turn, room);
            }
        }
    }

    /// <inheritdoc cref="Run{TRoom}"/>
    public static void Run(int turns, int cores, Action<int> body, CancellationToken cancellationToken = default) =>
        Run(turns, cores, static () => 0, (turn, _) => body(turn), cancellationToken);
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Work cut into numbered shares that do not depend on each other.</summary>
internal static class Shares
{
    /// <summary>Does each share once, in any order; every thread makes its own room to work in.</summary>
    /// <param name="cores">How many threads may work; with 1 only the calling one does, in order.</param>
    public static void ForEach<TRoom>(int count, int cores, Func<TRoom> makeRoom, Action<int, TRoom> work)
    {
        if (cores > 1)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = cores };
            Parallel.For(0, count, options, makeRoom, (share, _, room) =>
            {
                work(share, room);
                return room;
            }, static _ => { });
            return;
        }

        var own = makeRoom();
        for (var share = 0; share < count; share++) work(share, own);
    }
}

using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// Locks on names for which there may be no row yet. A row that is not there cannot be locked, and the gap it would stand in
/// can only be locked by all at once, who then lock each other out for good. So every name has one of a few thousand rows that are
/// always there. They are taken in the order of the key, so that two transactions never wait for each other.
/// </summary>
internal static class WriteLocks
{
    /// <summary>Two small batches seldom meet in one by chance; all of them still fit in a few pages.</summary>
    public const int Count = 4096;

    public static async Task TakeAsync(SqlTransaction transaction, IEnumerable<string> names)
    {
        var slots = names.Select(name => (int)(Fnv1a.Hash(name) % Count)).Distinct().Order().ToList();
        if (slots.Count == 0) return;
        await transaction.QueryAsync<int>($"select slot from write_locks where slot in ({string.Join(", ", slots)}) order by slot for update");
    }
}

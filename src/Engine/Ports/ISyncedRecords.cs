namespace PersonalizationEngine.Engine.Ports;

/// <summary>Remembers records of other systems and what they looked like; a fingerprint of 0 stands for one that is gone.</summary>
public interface ISyncedRecords
{
    /// <summary>Fingerprints of those that are remembered, gone ones among them.</summary>
    Task<IReadOnlyDictionary<string, long>> FindAsync(string source, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <param name="source">At most 40 characters.</param>
    /// <param name="fingerprints">By record id of at most 255 characters.</param>
    Task WriteAsync(string source, IReadOnlyDictionary<string, long> fingerprints, CancellationToken cancellationToken);

    /// <summary>How many are not gone.</summary>
    Task<long> CountAsync(string source, CancellationToken cancellationToken);

    /// <summary>Ids of records that are not gone, after the given one in an order of the store's own.</summary>
    Task<IReadOnlyList<string>> ListAsync(string source, string? after, int limit, CancellationToken cancellationToken);
}

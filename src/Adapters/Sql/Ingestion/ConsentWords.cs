using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>
/// The last word on each purpose by each id. The person has the last of all of them; who is taken apart again has those of their own ids.
/// </summary>
internal static class ConsentWords
{
    private static readonly string[] Keys = ["identity", "purpose"];
    private static readonly string[] Columns = [.. Keys, "granted", "said_at"];

    public static async Task WriteAsync(SqlTransaction transaction, IReadOnlyCollection<ConsentRecord> words)
    {
        if (words.Count == 0) return;
        var known = (await ReadAsync(transaction, [.. words.Select(word => word.PersonId).Distinct(StringComparer.Ordinal)]))
            .ToDictionary(word => (word.PersonId, word.Purpose), word => word.UpdatedAt);
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("consent_words", Keys, Columns),
            words.Where(word => !known.TryGetValue((word.PersonId, word.Purpose), out var said) || said <= word.UpdatedAt).Select(word => new
            {
                identity = word.PersonId,
                purpose = word.Purpose,
                granted = word.Granted,
                said_at = UnixMilliseconds.From(word.UpdatedAt),
            }));
    }

    /// <returns>With the id in the place of the person.</returns>
    public static async Task<IReadOnlyList<ConsentRecord>> ReadAsync(SqlTransaction transaction, IReadOnlyCollection<string> identities) =>
        [.. (await transaction.QueryListAsync<Row>("select identity, purpose, granted, said_at from consent_words where identity in @list", identities))
            .Select(row => new ConsentRecord(row.Identity, row.Purpose, row.Granted, UnixMilliseconds.Read(row.SaidAt)))];

    private sealed record Row
    {
        public required string Identity { get; init; }
        public required string Purpose { get; init; }
        public bool Granted { get; init; }
        public long SaidAt { get; init; }
    }
}

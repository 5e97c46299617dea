using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Reads what the limits of joining ids go by; nothing where all ids of the batch are joined already, as mostly.</summary>
internal static class LinkHistoryReader
{
    private const string Logins = "select identity, known_id from identity_links where linked_at > {0} and identity in @list";
    private const string Ids = "select person_id, count(*) from identities where person_id in @list group by person_id";
    private const string Merges = "select to_person, count(*) from merges where merged_at > {0} and undone_at is null and to_person in @list group by to_person";

    private const string TakenApart = "select from_person, to_person from merges where undone_at is not null and from_person in @list";

    public static async Task<LinkHistory> ReadAsync(
        SqlTransaction transaction, IngestionQuestion question, IReadOnlyDictionary<string, string> owners, DateTimeOffset since)
    {
        var links = question.Links.Where(link => !owners.TryGetValue(link.KnownId, out var one) || one != owners.GetValueOrDefault(link.Alias)).ToList();
        if (links.Count == 0) return LinkHistory.None;
        var people = links.SelectMany(link => new[] { owners.GetValueOrDefault(link.KnownId), owners.GetValueOrDefault(link.Alias) })
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var logins = await transaction.QueryListAsync<(string Identity, string KnownId)>(
            Since(Logins, since), [.. links.Select(link => link.Alias).Distinct(StringComparer.Ordinal)]);
        return new LinkHistory(
            logins.GroupBy(login => login.Identity, login => login.KnownId, StringComparer.Ordinal)
                .ToDictionary(device => device.Key, device => (IReadOnlySet<string>)device.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal),
            await CountAsync(transaction, Ids, people),
            await CountAsync(transaction, Since(Merges, since), people),
            (await transaction.QueryListAsync<(string From, string To)>(TakenApart, people)).ToHashSet());
    }

    private static async Task<Dictionary<string, int>> CountAsync(SqlTransaction transaction, string sql, List<string> people) =>
        (await transaction.QueryListAsync<(string Person, long Times)>(sql, people))
            .ToDictionary(one => one.Person, one => (int)one.Times, StringComparer.Ordinal);

    /// <summary>A number of ours, which keeps the list the only parameter.</summary>
    private static string Since(string sql, DateTimeOffset since) =>
        sql.Replace("{0}", $"{UnixMilliseconds.From(since)}", StringComparison.Ordinal);
}

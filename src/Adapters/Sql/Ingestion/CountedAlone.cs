namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Who is known by one id only and did nothing that is not in the count of it.</summary>
internal static class CountedAlone
{
    private const string OfSeveralIds =
        "select person_id from identities where person_id in @list group by person_id having count(*) > 1";

    /// <param name="countedUntil">What the website told up to then is in the count; what the CDP told never is.</param>
    public static async Task<IReadOnlySet<string>> ReadAsync(
        SqlTransaction transaction, IReadOnlyCollection<string> people, DateTimeOffset countedUntil)
    {
        // A number of ours; as text it keeps the list the only parameter.
        var withMore =
            "select distinct person_id from events where person_id in @list and (source = 'cdp' or occurred_at > "
            + $"{UnixMilliseconds.From(countedUntil).ToString(System.Globalization.CultureInfo.InvariantCulture)})";
        var alone = people.ToHashSet(StringComparer.Ordinal);
        alone.ExceptWith(await transaction.QueryListAsync<string>(OfSeveralIds, people));
        alone.ExceptWith(await transaction.QueryListAsync<string>(withMore, people));
        return alone;
    }
}

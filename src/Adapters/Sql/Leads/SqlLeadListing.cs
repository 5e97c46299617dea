using Dapper;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Leads;

/// <summary>Reads leads along an index, from where the page before ended: forwards or backwards, never sorting.</summary>
internal sealed class SqlLeadListing(SqlDatabase database) : ILeadListing
{
    private const string ThoseHere = "(deleted_at is null or last_seen_at > deleted_at or customer_updated_at > deleted_at)";

    /// <summary>So few are sorted sooner than found along the order.</summary>
    private const int Few = 2000;

    private const string FewChanged = "select count(*) from (select 1 as one from people where changed_at >= @changed limit @most) few";

    public async Task<IReadOnlyList<Lead>> ListAsync(LeadQuery query, CancellationToken cancellationToken)
    {
        var (sql, parameters) = Write(query, await AreFewAsync(query, cancellationToken));
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<LeadRow>(new CommandDefinition(sql, parameters, cancellationToken: token)), cancellationToken);
        return [.. rows.Select(row => row.ToLead())];
    }

    private async Task<bool> AreFewAsync(LeadQuery query, CancellationToken cancellationToken)
    {
        if (query.ChangedSince is not { } since || query.Among is not null) return false;
        var parameters = new { changed = UnixMilliseconds.From(since), most = Few + 1 };
        return await database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(FewChanged, parameters, cancellationToken: token)), cancellationToken) <= Few;
    }

    private static (string Sql, DynamicParameters Parameters) Write(LeadQuery query, bool areFew)
    {
        var parameters = new DynamicParameters(new { limit = query.Limit });
        var conditions = new List<string> { "lead_score is not null", ThoseHere };
        var (column, direction) = query.Sort switch
        {
            LeadSort.Coldest => ("lead_score", "asc"),
            LeadSort.SeenLast => ("last_seen_at", "desc"),
            LeadSort.Rising => ("score_rise", "desc"),
            LeadSort.Falling => ("score_rise", "asc"),
            _ => ("lead_score", "desc"),
        };
        if (query.Sort == LeadSort.SeenLast) conditions.Add("last_seen_at is not null");
        if (query.Scores.Count > 0) conditions.Add($"({string.Join(" or ", query.Scores.Select((range, place) => Write(range, place, parameters)))})");
        if (query.SeenSince is { } since) conditions.Add(With("last_seen_at >= @since", "since", UnixMilliseconds.From(since)));
        if (query.SeenBefore is { } before) conditions.Add(With("last_seen_at < @before", "before", UnixMilliseconds.From(before)));
        if (query.ChangedSince is { } changed) conditions.Add(With("changed_at >= @changed", "changed", UnixMilliseconds.From(changed)));
        if (query.Among is { } among)
        {
            parameters.Add("among", among);
            conditions.Add("person_id in @among");
        }

        if (query.After is { } after)
        {
            parameters.Add("person", after.PersonId);
            var further = direction == "asc" ? ">" : "<";
            // What the rank alone says comes first: it is the range of the index that is read.
            conditions.Add(With($"{column} {further}= @rank and ({column} {further} @rank or person_id {further} @person)", "rank", after.Rank));
        }

        return (
            $"select person_id, lead_score, last_seen_at, scored_at, past_score from people where {string.Join(" and ", conditions)} "
            // As a sum it is no column of an index, and the database takes the index of the other condition.
            + $"order by {column}{(areFew ? " + 0" : "")} {direction}, person_id {direction} limit @limit",
            parameters);

        string With(string condition, string name, long value)
        {
            parameters.Add(name, value);
            return condition;
        }
    }

    private static string Write(ScoreRange range, int place, DynamicParameters parameters)
    {
        parameters.Add($"from{place}", (long)decimal.Ceiling(range.From * 100));
        parameters.Add($"below{place}", (long)decimal.Ceiling(range.Below * 100));
        return $"lead_score >= @from{place} and lead_score < @below{place}";
    }

    private sealed record LeadRow
    {
        public required string PersonId { get; init; }
        public long LeadScore { get; init; }
        public long? LastSeenAt { get; init; }
        public long? ScoredAt { get; init; }
        public long? PastScore { get; init; }

        public Lead ToLead() =>
            new(PersonId, LeadScore / 100m, UnixMilliseconds.Read(LastSeenAt), UnixMilliseconds.Read(ScoredAt)) { PastScore = PastScore / 100m };
    }
}

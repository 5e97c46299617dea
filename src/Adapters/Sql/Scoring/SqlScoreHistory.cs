using System.Globalization;
using Dapper;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.History;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlScoreHistory(SqlDatabase database) : IScoreHistory
{
    private const int ListSize = 500;

    private const string Scores =
        "select id, score, segment, clamped, factors, calculated_at from lead_scores where user_id = @personId and id < @before order by id desc limit @limit";

    private const string Crossings =
        "select id, crossing_id, model_id, model_version, segment, is_up, score, crossed_at, noted_at, channel, template, withheld "
        + "from score_crossings where person_id = @personId and id < @before ";

    private const string Conversions =
        "select person_id, occurred_at from conversions where person_id in @people and occurred_at >= @since order by occurred_at";

    public async Task<IReadOnlyList<PastScore>> ScoresAsync(string personId, long before, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ScoreRow>(
                new CommandDefinition(Scores, new { personId, before, limit }, cancellationToken: token)),
            cancellationToken);
        return [.. rows.Select(row => row.ToScore())];
    }

    public async Task<IReadOnlyList<PastCrossing>> CrossingsAsync(
        string personId, long? modelId, long before, int limit, CancellationToken cancellationToken)
    {
        var sql = $"{Crossings}{(modelId is null ? "" : "and model_id = @modelId ")}order by id desc limit @limit";
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<CrossingRow>(
                new CommandDefinition(sql, new { personId, modelId, before, limit }, cancellationToken: token)),
            cancellationToken);
        return [.. rows.Select(row => row.ToCrossing())];
    }

    public async Task<ILookup<string, DateTimeOffset>> ConversionsAsync(
        IReadOnlyCollection<string> personIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<ConversionAt>();
        foreach (var people in personIds.Chunk(ListSize))
        {
            found.AddRange(await database.ReadAsync(
                (connection, token) => connection.QueryAsync<ConversionAt>(
                    new CommandDefinition(Conversions, new { people, since = UnixMilliseconds.From(since) }, cancellationToken: token)),
                cancellationToken));
        }

        return found.ToLookup(row => row.PersonId, row => UnixMilliseconds.Read(row.OccurredAt), StringComparer.Ordinal);
    }

    private sealed record ConversionAt
    {
        public required string PersonId { get; init; }
        public long OccurredAt { get; init; }
    }

    private sealed record ScoreRow
    {
        public long Id { get; init; }

        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none; typed, the first row read would decide for all others.</summary>
        public required object Score { get; init; }
        public required string Segment { get; init; }
        public bool Clamped { get; init; }
        public required string Factors { get; init; }
        public DateTimeOffset CalculatedAt { get; init; }

        public PastScore ToScore() => new(
            Id, Convert.ToDecimal(Score, CultureInfo.InvariantCulture), Segment, Clamped, JsonColumns.ReadElement(Factors), CalculatedAt);
    }
}

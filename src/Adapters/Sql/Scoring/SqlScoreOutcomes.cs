using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlScoreOutcomes(SqlDatabase database) : IScoreOutcomes
{
    private const int ListSize = 500;

    private const string EarliestStored = "select calculated_at from lead_scores order by calculated_at limit 1";

    private const string EarliestSeen = "select min(first_seen_at) from people";

    private const string Converted =
        "select person_id, min(occurred_at) from conversions where person_id in @people and source = @source "
        + "and (@goal is null or goal = @goal) group by person_id";

    private const string Scores =
        "select user_id, score, segment, factors, calculated_at from lead_scores "
        + "where user_id in @people and calculated_at < @until order by user_id, id";

    private static readonly string Cdp = EventSource.Cdp.Name();

    public Task<DateTimeOffset?> EarliestAsync(ScoreBasis basis, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) => basis == ScoreBasis.Stored
            ? await connection.QueryFirstOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(EarliestStored, cancellationToken: token))
            : UnixMilliseconds.Read(await connection.ExecuteScalarAsync<long?>(new CommandDefinition(EarliestSeen, cancellationToken: token))),
        cancellationToken);

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ConversionsAsync(
        IReadOnlyCollection<string> personIds, string? goal, CancellationToken cancellationToken)
    {
        var converted = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var people in personIds.Chunk(ListSize))
        {
            var rows = database.StreamAsync<(string PersonId, long At)>(Converted, new { people, goal, source = Cdp }, cancellationToken);
            await foreach (var (person, at) in rows) converted[person] = UnixMilliseconds.Read(at);
        }

        return converted;
    }

    public async IAsyncEnumerable<StoredScore> ScoresAsync(
        IReadOnlyCollection<string> personIds, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var people in personIds.Chunk(ListSize))
        {
            var rows = database.StreamAsync<ScoreRow>(Scores, new { people, until }, cancellationToken);
            await foreach (var row in rows)
                yield return new StoredScore(row.UserId, row.CalculatedAt, Convert.ToDecimal(row.Score, CultureInfo.InvariantCulture),
                    LeadSegmentNames.Parse(row.Segment), Factors(row.Factors));
        }
    }

    /// <summary>A factor that was not known then is 0.</summary>
    private static double[] Factors(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. FactorNames.All.Select(factor =>
            document.RootElement.TryGetProperty(factor.Name(), out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0)];
    }

    private sealed record ScoreRow
    {
        public required string UserId { get; init; }
        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none; typed, the first row read would decide for all others.</summary>
        public required object Score { get; init; }

        public required string Segment { get; init; }
        public required string Factors { get; init; }
        public DateTimeOffset CalculatedAt { get; init; }
    }
}

using System.Globalization;
using Dapper;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Endpoints;

internal sealed class SqlChangeFeed(SqlDatabase database) : IChangeFeed
{
    private const string Crossings =
        "select id, crossing_id, person_id, model_id, model_version, segment, is_up, score, crossed_at, noted_at from score_crossings where id > @after order by id limit @limit";

    private const string Scores =
        "select s.id, s.user_id, s.score, s.segment, s.calculated_at, "
        + "(select b.segment from lead_scores b where b.user_id = s.user_id and b.id < s.id order by b.id desc limit 1) before_segment "
        + "from lead_scores s where s.id > @after order by s.id limit @limit";

    private const string Experiments =
        "select v.id, v.definition_id, v.version, v.changed_at, v.changed_by, v.reason, v.document, "
        + "(select b.document from definition_versions b where b.kind = v.kind and b.definition_id = v.definition_id and b.version < v.version "
        + "order by b.version desc limit 1) before_document "
        + "from definition_versions v where v.kind = 'ab_experiments' and v.id > @after order by v.id limit @limit";

    public Task<IReadOnlyList<CrossedThreshold>> CrossingsAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        ReadAsync<FeedRow, CrossedThreshold>(Crossings, afterId, limit, row => new CrossedThreshold(
            row.Id, row.CrossingId, row.PersonId, row.ModelId, row.ModelVersion, row.Segment, row.IsUp, Convert.ToDouble(row.Score, CultureInfo.InvariantCulture),
            UnixMilliseconds.Read(row.CrossedAt), UnixMilliseconds.Read(row.NotedAt)), cancellationToken);

    public Task<IReadOnlyList<ChangedScore>> ScoresAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        ReadAsync<FeedRow, ChangedScore>(Scores, afterId, limit, row => new ChangedScore(
            row.Id, row.UserId, Convert.ToDecimal(row.Score, CultureInfo.InvariantCulture), row.Segment, row.BeforeSegment, row.CalculatedAt), cancellationToken);

    public Task<IReadOnlyList<ChangedExperiment>> ExperimentsAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        ReadAsync<FeedRow, ChangedExperiment>(Experiments, afterId, limit, row => new ChangedExperiment(
            row.Id, row.DefinitionId, row.Version, UnixMilliseconds.Read(row.ChangedAt), row.ChangedBy, row.Reason, row.Document, row.BeforeDocument), cancellationToken);

    public Task<(long Crossings, long Scores, long Versions)> NewestAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            return (await HighestAsync("score_crossings"), await HighestAsync("lead_scores"), await HighestAsync("definition_versions"));

            async Task<long> HighestAsync(string table) =>
                await connection.ExecuteScalarAsync<long?>(new CommandDefinition($"select max(id) from {table}", cancellationToken: token)) ?? 0;
        },
        cancellationToken);

    private Task<IReadOnlyList<T>> ReadAsync<TRow, T>(string sql, long after, int limit, Func<TRow, T> read, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<T>>(
            async (connection, token) => [.. (await connection.QueryAsync<TRow>(new CommandDefinition(sql, new { after, limit }, cancellationToken: token))).Select(read)],
            cancellationToken);
}

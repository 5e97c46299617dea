using System.Globalization;
using Dapper;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Experiments;

internal sealed class SqlExperimentHistory(SqlDatabase database) : IExperimentHistory
{
    private const string Weights = "select changed_at, weights from experiment_weights where experiment_id = @experimentId order by changed_at";

    private const string Stops =
        "select stopped_at, metric, variant, lift, low, high, people from experiment_stops where experiment_id = @experimentId order by stopped_at";

    private static readonly string[] WeightKeys = ["experiment_id", "changed_at"], WeightColumns = [.. WeightKeys, "weights"];

    private static readonly string[] StopColumns =
        ["experiment_id", "stopped_at", "metric", "variant", "lift", "low", "high", "people"];

    public Task<IReadOnlyList<WeightChange>> ReadWeightsAsync(long experimentId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<WeightChange>>(
            async (connection, token) =>
            {
                var rows = await connection.QueryAsync<(long At, string Weights)>(
                    new CommandDefinition(Weights, new { experimentId }, cancellationToken: token));
                return [.. rows.Select(row => new WeightChange(UnixMilliseconds.Read(row.At), Read(row.Weights)))];
            },
            cancellationToken);

    public Task AddWeightsAsync(long experimentId, WeightChange change, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.Upsert("experiment_weights", WeightKeys, WeightColumns),
            new { experiment_id = experimentId, changed_at = UnixMilliseconds.From(change.At), weights = Write(change.Weights) }),
        cancellationToken);

    public Task<IReadOnlyList<GuardrailStop>> ReadStopsAsync(long experimentId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<GuardrailStop>>(
            async (connection, token) =>
            {
                await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(Stops, new { experimentId }, cancellationToken: token));
                var stops = new List<GuardrailStop>();
                while (await rows.ReadAsync(token))
                {
                    stops.Add(new GuardrailStop(
                        UnixMilliseconds.Read(rows.GetInt64(0)), rows.GetString(1), rows.GetString(2), rows.GetDouble(3), rows.GetDouble(4),
                        rows.GetDouble(5), rows.GetInt64(6)));
                }

                return stops;
            },
            cancellationToken);

    public Task AddStopAsync(long experimentId, GuardrailStop stop, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.InsertIfAbsent("experiment_stops", StopColumns),
            new
            {
                experiment_id = experimentId,
                stopped_at = UnixMilliseconds.From(stop.At),
                metric = stop.Metric,
                variant = stop.Variant,
                lift = stop.Lift,
                low = stop.Low,
                high = stop.High,
                people = stop.People,
            }),
        cancellationToken);

    private static string Write(IReadOnlyList<double> weights) => string.Join(' ', weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));

    private static double[] Read(string weights) => [.. weights.Split(' ').Select(weight => double.Parse(weight, CultureInfo.InvariantCulture))];
}

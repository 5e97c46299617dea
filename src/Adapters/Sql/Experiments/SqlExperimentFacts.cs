using System.Data.Common;
using System.Globalization;
using Dapper;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Experiments;

/// <summary>The database adds up what each person did on each day; rows of single events never leave it.</summary>
internal sealed class SqlExperimentFacts(SqlDatabase database) : IExperimentFacts
{
    private const long Day = 86_400_000;

    private const string Exposed =
        "select person_id, min(variant), min(exposed_at), count(*) from exposures where experiment_id = @experimentId and exposed_at < @until group by person_id";

    private const string Active =
        "select person_id from events where occurred_at >= @since and occurred_at < @until "
        + "union select person_id from conversions where occurred_at >= @since and occurred_at < @until "
        + "union select person_id from feedback where occurred_at >= @since and occurred_at < @until and person_id <> '' "
        + "union select person_id from exposures where exposed_at >= @since and exposed_at < @until";

    private readonly string _people = $"select i.identity, i.person_id from {database.Dialect.OfIds("identities i", "i.identity")}";

    public Task<IReadOnlyList<ExposedPerson>> ReadExposedAsync(long experimentId, DateTimeOffset until, CancellationToken cancellationToken) =>
        ReadAsync(
            Exposed, new { experimentId, until = UnixMilliseconds.From(until) },
            row => new ExposedPerson(row.GetString(0), row.GetString(1), UnixMilliseconds.Read(Whole(row, 2)), (int)Whole(row, 3)), cancellationToken);

    public Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        long experimentId, ExperimentMetric metric, DateTimeOffset until, TimeSpan before, CancellationToken cancellationToken)
    {
        var source = MetricSource.Of(metric);
        var sql = "select e.person_id, case when x.occurred_at < e.exposed_at then -1 else x.occurred_at - x.occurred_at % 86400000 end as on_day, "
            + $"{source.Value}, {source.Trials} from exposures e join {source.Table} on x.person_id = e.person_id "
            + $"and x.occurred_at >= e.exposed_at - @before and x.occurred_at < @until{source.Joined} "
            + $"where e.experiment_id = @experimentId{source.Filter} group by e.person_id, on_day";
        return ReadAmountsAsync(
            sql,
            new
            {
                experimentId,
                until = UnixMilliseconds.From(until),
                before = (long)before.TotalMilliseconds,
                subject = metric.Subject,
                path = metric.Path,
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> ReadActiveAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => ReadAsync(
        Active, new { since = UnixMilliseconds.From(from), until = UnixMilliseconds.From(until) }, row => row.GetString(0), cancellationToken);

    public Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(
        ExperimentMetric metric, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var source = MetricSource.Of(metric);
        var sql = $"select x.person_id, 0, {source.Value}, {source.Trials} from {source.Table}{source.Joined} "
            + $"where x.occurred_at >= @since and x.occurred_at < @until{source.Filter} group by x.person_id";
        return ReadAmountsAsync(
            sql,
            new { since = UnixMilliseconds.From(from), until = UnixMilliseconds.From(until), subject = metric.Subject, path = metric.Path },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> FindPeopleAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new Dictionary<string, string>();
        var found = await ReadAsync(
            _people, new { ids = JsonColumns.Write(ids) }, row => (Id: row.GetString(0), Person: row.GetString(1)), cancellationToken);
        return found.ToDictionary(one => one.Id, one => one.Person, StringComparer.Ordinal);
    }

    private Task<IReadOnlyList<PersonAmount>> ReadAmountsAsync(string sql, object parameters, CancellationToken cancellationToken) => ReadAsync(
        sql, parameters,
        row => new PersonAmount(
            row.GetString(0), Math.Max(0, (int)(Whole(row, 1) / Day)), Whole(row, 1) < 0, Number(row, 2), Number(row, 3)),
        cancellationToken);

    private Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<T>>(
            async (connection, token) =>
            {
                await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(sql, parameters, cancellationToken: token));
                var all = new List<T>();
                while (await rows.ReadAsync(token)) all.Add(read(rows));
                return all;
            },
            cancellationToken);

    /// <summary>Of a sum, whose type depends on the database and, in SQLite, on the row.</summary>
    private static double Number(DbDataReader row, int column) => Convert.ToDouble(row.GetValue(column), CultureInfo.InvariantCulture);

    private static long Whole(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);
}

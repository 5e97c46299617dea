using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>A row for each job; whoever's update meets its condition holds the job.</summary>
internal sealed class SqlJobLeases(SqlDatabase database) : IJobLeases
{
    private static readonly string[] Columns = ["job", "holder", "started_at", "expires_at", "finished"];

    private const string Take =
        "update job_leases set holder = @holder, started_at = @now, expires_at = @until, finished = @no "
        + "where job = @job and expires_at <= @now and (finished = @no or started_at <= @latestStart)";

    public Task<bool> TryTakeAsync(
        string job, string holder, DateTimeOffset now, TimeSpan lifetime, TimeSpan spacing, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("job_leases", Columns),
                    new { job, holder = "", started_at = 0L, expires_at = 0L, finished = false });
                return await transaction.ExecuteAsync(Take, new
                {
                    job,
                    holder,
                    no = false,
                    now = UnixMilliseconds.From(now),
                    until = UnixMilliseconds.From(now + lifetime),
                    latestStart = UnixMilliseconds.From(now - spacing),
                }) == 1;
            },
            cancellationToken);

    public Task<bool> RenewAsync(string job, string holder, DateTimeOffset now, TimeSpan lifetime, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction => await transaction.ExecuteAsync(
                "update job_leases set expires_at = @until where job = @job and holder = @holder and expires_at > @now",
                new { job, holder, now = UnixMilliseconds.From(now), until = UnixMilliseconds.From(now + lifetime) }) == 1,
            cancellationToken);

    public Task GiveBackAsync(string job, string holder, bool finished, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "update job_leases set expires_at = 0, finished = @finished where job = @job and holder = @holder", new { job, holder, finished }),
        cancellationToken);
}

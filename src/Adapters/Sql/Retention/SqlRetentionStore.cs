using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Adapters.Sql.Retention;

internal sealed class SqlRetentionStore(SqlDatabase database) : IRetentionStore
{
    public Task<int> PurgeAsync(RetainedKind kind, DateTimeOffset olderThan, int batch, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                Statement(transaction.Dialect, kind),
                new { before = UnixMilliseconds.From(olderThan), beforeDate = olderThan, batch }),
            cancellationToken);

    private static string Statement(ISqlDialect dialect, RetainedKind kind) => kind switch
    {
        RetainedKind.Events => dialect.DeleteSome("events", ["id"], "occurred_at < @before and received_at < @before"),
        RetainedKind.EventIds => dialect.DeleteSome("inbox", ["source", "event_id"], "received_at < @before"),
        RetainedKind.RefusedEvents => dialect.DeleteSome("refused_events", ["id"], "received_at < @before"),
        RetainedKind.Feedback => dialect.DeleteSome("feedback", ["id"], "occurred_at < @before"),
        RetainedKind.Decisions => dialect.DeleteSome("decision_receipts", ["decision_key"], "decided_at < @before"),
        RetainedKind.Playbooks => dialect.DeleteSome("decision_playbooks", ["fingerprint"], "kept_at < @before"),
        RetainedKind.Audit => dialect.DeleteSome("audit", ["id"], "happened_at < @before"),
        _ => dialect.DeleteSome("lead_scores", ["id"],
            "calculated_at < @beforeDate and exists "
            + "(select 1 from lead_scores later where later.user_id = lead_scores.user_id and later.id > lead_scores.id)"),
    };
}

using System.Data.Common;
using Dapper;
using PersonalizationEngine.Adapters.Sql.Ingestion;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

internal sealed class SqlFeedbackStore(SqlDatabase database, Tombstones tombstones) : IFeedbackStore
{
    /// <summary>Each impression is one row, and so is each clicked one, so a join counts the clicked ones among them.</summary>
    private const string Count =
        "select shown.slot, shown.source, shown.variants, count(*) as impressions, count(clicked.id) as clicks from feedback shown "
        + "left join feedback clicked on clicked.decision_key = shown.decision_key and clicked.slot = shown.slot "
        + "and clicked.item_id = shown.item_id and clicked.kind = 'click' "
        + "where shown.kind = 'impression' and shown.occurred_at >= @since group by shown.slot, shown.source, shown.variants";

    private const string CountDays =
        "select shown.occurred_at - shown.occurred_at % 86400000 as day, shown.slot, shown.source, count(*), count(clicked.id) from feedback shown "
        + "left join feedback clicked on clicked.decision_key = shown.decision_key and clicked.slot = shown.slot "
        + "and clicked.item_id = shown.item_id and clicked.kind = 'click' "
        + "where shown.kind = 'impression' and shown.occurred_at >= @since group by day, shown.slot, shown.source";

    private const string CountItems =
        "select item_id, sum(case when kind = 'impression' then 1 else 0 end) as impressions, sum(case when kind = 'click' then 1 else 0 end) as clicks "
        + "from feedback where slot = '" + FeedbackSlots.Recommendations + "' and item_id <> '' and occurred_at >= @since group by item_id";

    public Task<SavedFeedback> SaveAsync(
        IReadOnlyList<FeedbackRecord> feedback, IReadOnlyList<RefusedEvent> refused, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var ids = feedback.Select(one => one.EventId).ToHashSet(StringComparer.Ordinal);
                await transaction.LockAsync(ids);
                var erased = await tombstones.ErasedAmongAsync(transaction, feedback.Select(one => one.PersonId));
                var ignored = Places(feedback, one => erased.Contains(one.PersonId));
                var known = new HashSet<string>(
                    await KnownEventIds.ReadAsync(transaction, EventSource.Frontend, ids), StringComparer.Ordinal);
                var duplicates = Places(feedback, one => !erased.Contains(one.PersonId) && !known.Add(one.EventId));
                var fresh = feedback.Where((_, place) => !duplicates.Contains(place) && !ignored.Contains(place)).ToList();

                await KnownEventIds.WriteAsync(transaction, EventSource.Frontend, fresh.Select(one => one.EventId), now);
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("feedback", FeedbackRow.Columns),
                    fresh.Where(one => one.Kind != FeedbackKind.Conversion).Select(FeedbackRow.Parameters));
                await transaction.ExecuteAsync(
                    ConversionRow.Insert,
                    fresh.Where(one => one.Kind == FeedbackKind.Conversion).Select(one => ConversionRow.Parameters(ToConversion(one))));
                await RefusedEventWriter.WriteAsync(transaction, refused, tombstones);
                return new SavedFeedback(duplicates, ignored);
            },
            cancellationToken);

    public Task<IReadOnlyList<FeedbackCount>> CountAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountAsync(connection, from, token), cancellationToken);

    public Task<IReadOnlyList<DailyFeedback>> CountByDayAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountByDayAsync(connection, from, token), cancellationToken);

    public Task<IReadOnlyList<ShownItem>> CountItemsAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountItemsAsync(connection, from, token), cancellationToken);

    public Task<IReadOnlyList<ComparedCount>> CountComparedAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => JudgedFeedback.CountComparedAsync(connection, from, token), cancellationToken);

    public Task<IReadOnlyList<ExploredImpression>> ReadExploredAsync(DateTimeOffset from, int most, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => JudgedFeedback.ReadExploredAsync(connection, from, most, token), cancellationToken);

    private static async Task<IReadOnlyList<ShownItem>> CountItemsAsync(
        DbConnection connection, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(CountItems, new { since = UnixMilliseconds.From(from) }, cancellationToken: cancellationToken));
        var counts = new List<ShownItem>();
        // MySQL sums to decimals.
        while (await rows.ReadAsync(cancellationToken))
            counts.Add(new ShownItem(rows.GetString(0), Convert.ToInt32(rows.GetValue(1), null), Convert.ToInt32(rows.GetValue(2), null)));
        return counts;
    }

    private static async Task<IReadOnlyList<FeedbackCount>> CountAsync(
        DbConnection connection, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Count, new { since = UnixMilliseconds.From(from) }, cancellationToken: cancellationToken));

        // Read by hand: SQLite knows the type of a count only once there is a row, and mapping none of them would fail.
        var counts = new List<FeedbackCount>();
        while (await rows.ReadAsync(cancellationToken))
            counts.Add(new FeedbackCount(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3), rows.GetInt64(4)));
        return counts;
    }

    private static async Task<IReadOnlyList<DailyFeedback>> CountByDayAsync(
        DbConnection connection, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(CountDays, new { since = UnixMilliseconds.From(from) }, cancellationToken: cancellationToken));
        var days = new List<DailyFeedback>();
        while (await rows.ReadAsync(cancellationToken))
            days.Add(new DailyFeedback(UnixMilliseconds.Read(rows.GetInt64(0)), rows.GetString(1), rows.GetString(2), rows.GetInt64(3), rows.GetInt64(4)));
        return days;
    }

    private static HashSet<int> Places(IReadOnlyList<FeedbackRecord> feedback, Func<FeedbackRecord, bool> which) =>
        Enumerable.Range(0, feedback.Count).Where(place => which(feedback[place])).ToHashSet();

    private static ConversionRecord ToConversion(FeedbackRecord one) => new(
        EventSource.Frontend.Name(), one.EventId, one.PersonId, one.Goal!, one.Value, null, one.DecisionKey, one.Variants, one.OccurredAt);
}

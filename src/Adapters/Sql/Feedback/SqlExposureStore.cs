using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

internal sealed class SqlExposureStore(SqlDatabase database, Tombstones tombstones) : IExposureStore
{
    private static readonly string[] ExposureColumns = ["experiment_id", "person_id", "variant", "exposed_at"];
    private static readonly string[] AssignmentColumns = ["person_id", "experiment_id", "bucket_version", "variant", "assigned_at"];
    private static readonly string[] OutboxColumns = ["rule_id", "person_id", "channel", "period", "template", "requested_at"];

    public Task<IReadOnlySet<string>> SaveAsync(
        IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest> messages, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var erased = await tombstones.ErasedAmongAsync(
                    transaction, exposures.Select(exposure => exposure.PersonId).Concat(messages.Select(message => message.PersonId)));
                var allowed = exposures.Where(exposure => !erased.Contains(exposure.PersonId)).ToList();
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("exposures", ExposureColumns),
                    allowed.Select(exposure => new
                    {
                        experiment_id = exposure.ExperimentId,
                        person_id = exposure.PersonId,
                        variant = exposure.Variant,
                        exposed_at = UnixMilliseconds.From(exposure.At),
                    }));
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("assignments", AssignmentColumns),
                    allowed.Where(exposure => exposure.IsKept).Select(exposure => new
                    {
                        person_id = exposure.PersonId,
                        experiment_id = exposure.ExperimentId,
                        bucket_version = exposure.BucketVersion,
                        variant = exposure.Variant,
                        assigned_at = UnixMilliseconds.From(exposure.At),
                    }));
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("outbox", OutboxColumns),
                    messages.Where(message => !erased.Contains(message.PersonId)).Select(message => new
                    {
                        rule_id = message.RuleId,
                        person_id = message.PersonId,
                        channel = message.Channel,
                        period = message.Period,
                        template = message.Template,
                        requested_at = UnixMilliseconds.From(message.At),
                    }));
                return erased;
            },
            cancellationToken);
}

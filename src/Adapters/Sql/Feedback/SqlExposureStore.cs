using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

internal sealed class SqlExposureStore(SqlDatabase database) : IExposureStore
{
    private static readonly string[] ExposureColumns = ["experiment_id", "person_id", "variant", "exposed_at"];
    private static readonly string[] AssignmentColumns = ["person_id", "experiment_id", "bucket_version", "variant", "assigned_at"];
    private static readonly string[] OutboxColumns = ["rule_id", "person_id", "channel", "period", "template", "requested_at"];

    public Task SaveAsync(
        IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest> messages, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("exposures", ExposureColumns),
                    exposures.Select(exposure => new
                    {
                        experiment_id = exposure.ExperimentId,
                        person_id = exposure.PersonId,
                        variant = exposure.Variant,
                        exposed_at = UnixMilliseconds.From(exposure.At),
                    }));
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("assignments", AssignmentColumns),
                    exposures.Where(exposure => exposure.IsKept).Select(exposure => new
                    {
                        person_id = exposure.PersonId,
                        experiment_id = exposure.ExperimentId,
                        bucket_version = exposure.BucketVersion,
                        variant = exposure.Variant,
                        assigned_at = UnixMilliseconds.From(exposure.At),
                    }));
                await transaction.ExecuteAsync(
                    transaction.Dialect.InsertIfAbsent("outbox", OutboxColumns),
                    messages.Select(message => new
                    {
                        rule_id = message.RuleId,
                        person_id = message.PersonId,
                        channel = message.Channel,
                        period = message.Period,
                        template = message.Template,
                        requested_at = UnixMilliseconds.From(message.At),
                    }));
            },
            cancellationToken);
}

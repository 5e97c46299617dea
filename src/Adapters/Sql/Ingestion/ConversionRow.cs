using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

internal static class ConversionRow
{
    public static readonly SqlInsert Insert = new(
        "conversions", ["source", "event_id", "person_id", "goal", "value", "currency", "decision_key", "variants", "occurred_at", "identity"]);

    public static object Parameters(ConversionRecord conversion) => new
    {
        source = conversion.Source,
        event_id = conversion.EventId,
        person_id = conversion.PersonId,
        goal = conversion.Goal,
        value = conversion.Value,
        currency = conversion.Currency,
        decision_key = conversion.DecisionKey,
        variants = conversion.Variants,
        occurred_at = UnixMilliseconds.From(conversion.OccurredAt),
        identity = conversion.Identity,
    };
}

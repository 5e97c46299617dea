using PersonalizationEngine.Adapters.Sql.Ingestion.Merges;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>
/// Moves everything of one person to another and leaves a row in the audit. Events keep the identity they came with, so that
/// what was moved can be told from what was there.
/// </summary>
internal static class PersonMergeWriter
{
    private static readonly string[] Owned = ["events", "feedback", "conversions", "deliveries", "score_crossings", "inbox_messages"];

    /// <summary>
    /// Of two words on the same purpose the later one holds. Distinct, because MySQL reads the table it deletes from only as a
    /// table of its own, and may see through one without it.
    /// </summary>
    private const string DropOlderConsents =
        "delete from consents where person_id = @To and exists (select 1 from (select distinct * from consents where person_id = @From) t "
        + "where t.purpose = consents.purpose and t.updated_at > consents.updated_at)";

    private const string DropOlderChoices =
        "delete from topic_choices where person_id = @To and exists (select 1 from (select distinct * from topic_choices where person_id = @From) t "
        + "where t.topic = topic_choices.topic and t.channel = topic_choices.channel and t.updated_at > topic_choices.updated_at)";

    /// <summary>Two people who were to get the same message are one who gets it once.</summary>
    private const string DropSecondMessages =
        "update deliveries set status = 'suppressed', reason = 'merged' where person_id = @To and status = 'waiting' and source <> 'digest' and exists (select 1 from "
        + "(select distinct * from deliveries where person_id = @To) t where t.source = deliveries.source and t.source_id = deliveries.source_id "
        + "and t.occurrence = deliveries.occurrence and t.id <> deliveries.id and (t.status in ('sending', 'sent') or (t.status = 'waiting' and t.id < deliveries.id)))";

    public static async Task WriteAsync(SqlTransaction transaction, PersonMerge merge, MergeOccasion occasion, DateTimeOffset now)
    {
        var id = await MergeNotes.WriteAsync(transaction, merge, occasion, now);
        var people = new { merge.From, merge.To };
        foreach (var table in Owned)
            await transaction.ExecuteAsync($"update {table} set person_id = @To where person_id = @From", people);
        await transaction.ExecuteAsync("update identities set person_id = @To where person_id = @From", people);
        await transaction.ExecuteAsync("update lead_scores set user_id = @To where user_id = @From", people);
        await transaction.ExecuteAsync(DropOlderConsents, people);
        await MoveUnlessThereAsync(transaction, "consents", "t.purpose = {0}.purpose", people);
        await ExposureMoves.WriteAsync(transaction, merge.From, merge.To);
        await MoveUnlessThereAsync(transaction, "rule_exposures", "t.rule_id = {0}.rule_id and t.held_out = {0}.held_out", people);
        await MoveUnlessThereAsync(transaction, "model_scores", "t.model_id = {0}.model_id", people);
        // The same message asked for of both is one message.
        await MoveUnlessThereAsync(
            transaction, "outbox", "t.rule_id = {0}.rule_id and t.channel = {0}.channel and t.period = {0}.period", people);
        await transaction.ExecuteAsync(DropSecondMessages, people);
        await transaction.ExecuteAsync(DropOlderChoices, people);
        await MoveUnlessThereAsync(transaction, "topic_choices", "t.topic = {0}.topic and t.channel = {0}.channel", people);
        foreach (var table in new[] { "push_tokens", "suppressions" })
            await transaction.ExecuteAsync($"update {table} set person_id = @To where person_id = @From", people);
        // Their digests have moved and go when they are due; only nothing joins them any more.
        await transaction.ExecuteAsync("delete from digest_windows where person_id = @From", people);
        await transaction.ExecuteAsync("delete from people where person_id = @From", people);
        // Whose score was the last of the two is for the next one who scores them to find out.
        await transaction.ExecuteAsync("update people set scored_as = null where person_id = @To", people);
        await transaction.ExecuteAsync(
            "insert into audit (happened_at, actor, action, subject, details) values (@at, 'ingestion', 'person.merged', @To, @details)",
            new { at = UnixMilliseconds.From(now), merge.To, details = Describe(merge, id) });
    }

    /// <summary>Where both have a row for the same thing, the one merged into keeps its own.</summary>
    internal static async Task MoveUnlessThereAsync(SqlTransaction transaction, string table, string same, object people)
    {
        var sameThing = string.Format(null, same, table);
        await transaction.ExecuteAsync(
            $"update {table} set person_id = @To where person_id = @From and not exists "
            + $"(select 1 from (select distinct * from {table} where person_id = @To) t where {sameThing})", people);
        await transaction.ExecuteAsync($"delete from {table} where person_id = @From", people);
    }

    private static string Describe(PersonMerge merge, long id) => AttributeJson.ToJson(new AttributeMap(
    [
        KeyValuePair.Create("from", (AttributeValue)merge.From),
        KeyValuePair.Create("because", (AttributeValue)merge.Because),
        KeyValuePair.Create("event", (AttributeValue)merge.EventId),
        KeyValuePair.Create("merge_id", (AttributeValue)(double)id),
    ]));
}

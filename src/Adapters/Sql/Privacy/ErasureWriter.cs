using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

internal static class ErasureWriter
{
    private static readonly SqlInsert Row = new("erasures", ["erasure_id", "begun_at", "due_at", "report", "sealed_ids"]);

    /// <summary>Due at once: whoever began it goes on with it, or the timer does.</summary>
    public static Task InsertAsync(SqlTransaction transaction, Erasure erasure, string sealedIds, DateTimeOffset now) =>
        transaction.ExecuteAsync(Row, new
        {
            erasure_id = erasure.ErasureId,
            begun_at = UnixMilliseconds.From(erasure.BegunAt),
            due_at = UnixMilliseconds.From(now),
            report = Write(erasure),
            sealed_ids = sealedIds,
        });

    /// <summary>One that is through, or lifted, stays as it is: whoever was at it meanwhile knows less.</summary>
    public static Task<int> GoOnAsync(SqlTransaction transaction, Erasure erasure, DateTimeOffset? due) =>
        UpdateAsync(transaction, erasure, due, " and due_at is not null");

    public static Task<int> UpdateAsync(SqlTransaction transaction, Erasure erasure, DateTimeOffset? due, string condition = "") => transaction.ExecuteAsync(
        $"update erasures set report = @report, due_at = @due{(due is null ? ", sealed_ids = null" : "")} where erasure_id = @id{condition}",
        new { report = Write(erasure), due = UnixMilliseconds.From(due), id = erasure.ErasureId });

    public static Task AuditAsync(SqlTransaction transaction, string by, string action, Erasure erasure, DateTimeOffset now) => transaction.ExecuteAsync(
        "insert into audit (happened_at, actor, action, subject, details, request_id) values (@at, @by, @action, @subject, @details, @requestId)",
        new
        {
            at = UnixMilliseconds.From(now),
            by,
            action,
            subject = erasure.Person,
            requestId = RequestInHand.Id,
            details = AttributeJson.ToJson(new AttributeMap(
            [
                KeyValuePair.Create("erasure_id", (AttributeValue)erasure.ErasureId),
                KeyValuePair.Create("because", (AttributeValue)erasure.Because),
            ])),
        });

    private static string Write(Erasure erasure) => JsonSerializer.Serialize(erasure, ErasureJson.Default.Erasure);
}

using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>What was the last of two people's rows before a batch joined them; nobody else adds any while the batch holds their ids.</summary>
internal sealed record MergeOccasion(EventSource Source, long LastEvent, long LastConversion)
{
    public static async Task<MergeOccasion> ReadAsync(SqlTransaction transaction, IngestionPlan plan)
    {
        var people = plan.Merges.SelectMany(merge => new[] { merge.From, merge.To }).Distinct(StringComparer.Ordinal).ToList();
        return new MergeOccasion(plan.Source, await LastAsync(transaction, "events", people), await LastAsync(transaction, "conversions", people));
    }

    private static async Task<long> LastAsync(SqlTransaction transaction, string table, List<string> people) =>
        (await transaction.QueryListAsync<long>($"select coalesce(max(id), 0) from {table} where person_id in @list", people)).Max();
}

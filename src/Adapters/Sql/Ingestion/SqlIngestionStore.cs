using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

internal sealed class SqlIngestionStore(SqlDatabase database, Tombstones tombstones, IngestionRules rules, TimeProvider time) : IIngestionStore
{
    public Task<IngestionPlan> ApplyAsync(
        IngestionQuestion question,
        Func<IngestionKnowledge, IngestionPlan> plan,
        IReadOnlyList<RefusedEvent> refused,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var now = time.GetUtcNow();
                var (knowledge, scoredAs) = await KnowledgeReader.ReadAsync(transaction, question, tombstones, rules, now);
                var planned = plan(knowledge);
                await PlanWriter.WriteAsync(transaction, planned, knowledge.People, scoredAs, now);
                await RefusedEventWriter.WriteAsync(transaction, refused, tombstones);
                return planned;
            },
            cancellationToken);
}

using System.Text;
using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;
using PersonalizationEngine.Functions.Scoring;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>What frontends report, and scores on demand.</summary>
internal sealed class EventMutations(RecordFeedback record, RecalculateLeadScore recalculate)
{
    private const double WorkOfScore = 10;

    public void AddTo(ObjectGraphType mutation)
    {
        mutation.Field<AnswerType<IngestionAnswer>>("recordEvents")
            .Description("Impressions, clicks and conversions of decisions. One that is not accepted is told in the results and keeps no other from being stored.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<JsonType>>>>("events", $"As POST /api/v1/events takes them, at most {EventBatch.MaxEvents}.")
            .ResolveAsync(RecordAsync);
        mutation.Field<AnswerType<LeadScoreAnswer>>("recalculateLeadScore").Description("Scores a person from the sources, now, stores the score and shows its receipt.")
            .Argument<NonNullGraphType<IdGraphType>>("userId").WithComplexityImpact(WorkOfScore, 1)
            .ResolveAsync(async context =>
            {
                var id = GraphIds.Person(context);
                return LeadScoreAnswer.Of(id, await recalculate.RunAsync(id, context.CancellationToken));
            });
    }

    private async Task<object?> RecordAsync(IResolveFieldContext<object?> context)
    {
        var sent = PlainJson.ToNode(context.GetArgument<List<object>>("events"))!.ToJsonString();
        using var batch = EventBatchReader.Read(Encoding.UTF8.GetBytes(sent), out var fault);
        if (batch is null) throw GraphFault.BadInput("events", $"must be a batch of events: {fault}");
        if (batch.Entries.Count > EventBatch.MaxEvents) throw GraphFault.BadInput("events", $"must be at most {EventBatch.MaxEvents} events");
        return IngestionAnswer.Of(await record.RunAsync(batch, context.CancellationToken));
    }
}

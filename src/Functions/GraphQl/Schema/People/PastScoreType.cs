using System.Text.Json;
using GraphQL.Types;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class PastScoreType : ObjectGraphType<PastScore>
{
    public PastScoreType()
    {
        Name = "PastScore";
        Description = "What a score became at an instant, to stay so until the next entry.";
        Field<NonNullGraphType<FloatGraphType>>("score").Resolve(context => context.Source.Score);
        Field<NonNullGraphType<LeadSegmentEnum>>("segment").Resolve(context => context.Source.Segment);
        Field<NonNullGraphType<DateTimeOffsetGraphType>>("calculatedAt").Resolve(context => context.Source.CalculatedAt);
        Field<NonNullGraphType<JsonType>>("factors").Description("The values it was made of, by factor.")
            .Resolve(context => JsonElement.Parse(context.Source.Factors));
    }
}

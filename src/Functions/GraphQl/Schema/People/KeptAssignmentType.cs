using GraphQL.Types;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class KeptAssignmentType : ObjectGraphType<KeptAssignment>
{
    public KeptAssignmentType()
    {
        Name = "KeptAssignment";
        Description = "The variant somebody was served first, which they keep.";
        Field<NonNullGraphType<IdGraphType>>("experimentId").Resolve(context => context.Source.ExperimentId);
        Field<NonNullGraphType<IntGraphType>>("bucketVersion").Description("With a new one people are spread anew.")
            .Resolve(context => context.Source.BucketVersion);
        Field<NonNullGraphType<StringGraphType>>("variant").Resolve(context => context.Source.Variant);
    }
}

using GraphQL.Types;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class ConsentType : ObjectGraphType<ConsentRecord>
{
    public ConsentType()
    {
        Name = "ConsentWord";
        Description = "A person's word on one purpose.";
        Field<NonNullGraphType<StringGraphType>>("purpose").Resolve(context => context.Source.Purpose);
        Field<NonNullGraphType<BooleanGraphType>>("granted").Resolve(context => context.Source.Granted);
        Field<NonNullGraphType<DateTimeOffsetGraphType>>("updatedAt").Description("The instant of their word.").Resolve(context => context.Source.UpdatedAt);
    }
}

using GraphQL.Types;
using PersonalizationEngine.Engine.Leads;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

internal sealed class IdentityType : ObjectGraphType<LinkedIdentity>
{
    public IdentityType()
    {
        Name = "Identity";
        Description = "An id that leads to a person.";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Identity);
        Field<NonNullGraphType<DateTimeOffsetGraphType>>("linkedAt").Resolve(context => context.Source.LinkedAt);
    }
}

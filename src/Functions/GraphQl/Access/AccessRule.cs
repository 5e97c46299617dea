using GraphQL.Validation;
using GraphQLParser.AST;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>Refuses a document that asks for a field the caller may not have, before anything of it is run.</summary>
internal sealed class AccessRule : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        new(new MatchingNodeVisitor<GraphQLField>(async (field, visited) =>
        {
            if (FieldAccess.Of(visited.TypeInfo.GetFieldDef()) != KeyLevel.Admin) return;
            if (await GraphContext.Of(visited.UserContext).Caller.WhyNotAdministerAsync(visited.CancellationToken) is { } why)
                visited.ReportError(new AccessError(visited.Document.Source, field, why));
        }));
}

using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Functions.GraphQl.Schema.Mutations;
using PersonalizationEngine.Functions.GraphQl.Schema.Queries;

namespace PersonalizationEngine.Functions.GraphQl.Schema;

/// <summary>The whole schema.</summary>
internal sealed class EngineGraph : global::GraphQL.Types.Schema
{
    public EngineGraph(IServiceProvider services)
        : base(new GraphTypes(services))
    {
        Features.RepeatableDirectives = true;
        Description = "People and leads, what they see and why, and the rules and experiments that decide it.";
        var types = new GraphTypes(services);
        Query = types.GetRequiredService<QueryType>();
        Mutation = types.GetRequiredService<MutationType>();
    }
}

using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Loading;

namespace PersonalizationEngine.Functions.GraphQl;

/// <summary>What belongs to one request.</summary>
internal sealed class GraphContext(Caller caller, PersonLoaders loaders) : Dictionary<string, object?>
{
    public Caller Caller => caller;

    public PersonLoaders Loaders => loaders;

    public static GraphContext Of(IDictionary<string, object?> userContext) => (GraphContext)userContext;
}

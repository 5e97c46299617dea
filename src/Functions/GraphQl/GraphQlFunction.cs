using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Functions.GraphQl;

public sealed class GraphQlFunction(GraphQlEndpoint endpoint)
{
    /// <summary>GraphQL over HTTP: queries by GET or POST, mutations by POST.</summary>
    [Function("GraphQl")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "graphql")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.GraphQl.Transport;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.GraphQl;

public sealed class GraphQlFunction(GraphQlEndpoint endpoint)
{
    /// <summary>GraphQL over HTTP: queries by GET or POST, mutations by POST.</summary>
    [Function("GraphQl")]
    [Asks("GraphQlRequest")]
    [Answers(StatusCodes.Status200OK, Schema = "GraphQlResult")]
    [Answers(StatusCodes.Status200OK, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status400BadRequest, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status400BadRequest, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status403Forbidden, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status403Forbidden, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status405MethodNotAllowed, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status405MethodNotAllowed, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status406NotAcceptable, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status406NotAcceptable, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status413PayloadTooLarge, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status413PayloadTooLarge, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [Answers(StatusCodes.Status415UnsupportedMediaType, Schema = "GraphQlResult", MediaType = AnswerMedia.Json)]
    [Answers(StatusCodes.Status415UnsupportedMediaType, Schema = "GraphQlResult", MediaType = AnswerMedia.GraphQl)]
    [QueryParameter("query", "What is asked, by GET.", Example = "{ __typename }")]
    [QueryParameter("operationName", "Which operation of it.", MaxLength = 200)]
    [QueryParameter("variables", "Its variables, as JSON.", Example = "{}")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "graphql")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

using GraphQL;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http.Idempotency;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>An execution's result as an answer that nobody on the way may keep.</summary>
internal sealed class GraphQlAnswer(IGraphQLSerializer serializer, ExecutionResult result, string mediaType, int status) : IResult
{
    /// <summary>Every field failed, or none was run. A status of 200 does not tell.</summary>
    private bool HasDoneNothing => result.Errors is { Count: > 0 }
        && !(result.Data is ObjectExecutionNode { SubFields: { } fields } && fields.Any(ran => ran.Result is not null));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (HasDoneNothing) CapturedAnswer.NothingWasDone(httpContext);
        using var body = new MemoryStream();
        await serializer.WriteAsync(body, result, httpContext.RequestAborted);
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = HttpMethods.Post;
        await response.BodyWriter.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), httpContext.RequestAborted);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>The API as a document. It needs no key: it tells what every installation has, and nothing of this one.</summary>
public static class OpenApiFunction
{
    private static readonly Lazy<KeptJson> Document = new(() => new KeptJson(ApiDocument.Write(typeof(OpenApiFunction).Assembly)));

    /// <summary>This document: every operation of the API, as OpenAPI 3.1.</summary>
    [Function("GetOpenApi")]
    [Answers(StatusCodes.Status200OK, Schema = "OpenApiDocument", HasTag = true)]
    [Answers(StatusCodes.Status304NotModified)]
    public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.json")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Document.Value;
    }
}

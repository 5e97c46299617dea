using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PersonalizationEngine.Functions.GraphQl;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Access;

/// <summary>
/// Around every function of the API: with a viewer's key beside the host's nothing is changed, whichever function it is and
/// whatever else it asks for. Requests without such a key pass as if this were not there.
/// </summary>
internal sealed class EditorBoundary : IFunctionsWorkerMiddleware
{
    /// <summary>GraphQL tells by the document whether something is changed, and looks itself.</summary>
    private static readonly FrozenSet<string> ThatChange = HttpOperation.All(typeof(EditorBoundary).Assembly)
        .Where(operation => operation.HttpMethod is not ("get" or "head") && operation.Function.DeclaringType != typeof(GraphQlFunction) && !ChangesNothing(operation.Function))
        .Select(operation => operation.Name).ToFrozenSet(StringComparer.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && EditorHeader.IsIn(http.Request) && !IsRead(http.Request) && ThatChange.Contains(context.FunctionDefinition.Name)
            && await EditorHeader.ReadAsync(http.Request) is { Refusal: { } refusal })
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(context);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool ChangesNothing(MethodInfo function) =>
        function.GetCustomAttribute<WithoutIdempotencyKeyAttribute>()?.Because == WithoutIdempotencyKeyAttribute.ChangesNothing;
}

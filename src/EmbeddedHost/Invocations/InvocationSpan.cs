using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Invocations;

/// <summary>One OpenTelemetry span an invocation, under the name of the source that Azure's worker has.</summary>
internal static class InvocationSpan
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    /// <summary>Null where nobody listens. Its parent is ASP.NET's span of the request, else the caller's traceparent.</summary>
    public static Activity? StartHttp(HttpInvocation invocation)
    {
        if (!Source.HasListeners()) return null;
        var request = invocation.Http.Request;
        var span = Start(invocation, "http", ActivityKind.Server, RemoteParent(request));
        // The template and not the path, in which an app may have the id of a person.
        span?.SetTag("http.request.method", request.Method);
        span?.SetTag("http.route", (invocation.Http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        return span;
    }

    /// <summary>What a request was answered with.</summary>
    public static void Answered(this Activity? span, int status)
    {
        span?.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError) span.Fail("The response is a server error.");
    }

    /// <summary>Null where nobody listens.</summary>
    public static Activity? StartTimer(TimerInvocation invocation) =>
        Source.HasListeners() ? Start(invocation, "timer", ActivityKind.Internal, parent: default) : null;

    /// <summary>Null where nobody listens. It begins a trace of its own: its orchestration may be days old.</summary>
    public static Activity? StartActivity(ActivityInvocation invocation) =>
        Source.HasListeners() ? Start(invocation, "other", ActivityKind.Internal, parent: default) : null;

    /// <summary>Null where nobody listens. An orchestration has one for each of its turns.</summary>
    public static Activity? StartTurn(string orchestrator, string instanceId)
    {
        if (!Source.HasListeners()) return null;
        var span = Source.StartActivity(orchestrator, ActivityKind.Internal, parentContext: default);
        span?.SetTag("faas.name", orchestrator);
        span?.SetTag("faas.trigger", "other");
        span?.SetTag("durabletask.task.instance_id", instanceId);
        return span;
    }

    public static void Fail(this Activity? span, string reason) => span?.SetStatus(ActivityStatusCode.Error, reason);

    private static Activity? Start(Invocation invocation, string trigger, ActivityKind kind, ActivityContext parent)
    {
        var isNested = Activity.Current is not null;
        var span = Source.StartActivity(
            invocation.FunctionDefinition.Name, isNested ? ActivityKind.Internal : kind, isNested ? default : parent);
        span?.SetTag("faas.name", invocation.FunctionDefinition.Name);
        span?.SetTag("faas.trigger", trigger);
        span?.SetTag("faas.invocation_id", invocation.InvocationId);
        return span;
    }

    private static ActivityContext RemoteParent(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var parent)
            ? parent
            : default;
}

using EmbeddedHost.Discovery;
using EmbeddedHost.Durable;
using EmbeddedHost.Routing;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>The functions of a started host, one log line each.</summary>
internal static partial class FunctionList
{
    public static void Log(ILogger logger, IEnumerable<HttpRoute> routes, IEnumerable<FoundFunction> others)
    {
        foreach (var route in routes) logger.HttpFunction(route.Function.Name, route.ToString(), route.Function.Http!.AuthLevel);
        foreach (var function in others)
        {
            if (function.Timer is { } timer) logger.TimerFunction(function.Name, timer.Schedule);
            else if (function.Http is null) logger.DurableFunction(function.Name, function.IsActivity ? "activity" : "orchestrator");
        }
    }

    [LoggerMessage(21, LogLevel.Information, "{Function}: {Route}, level {Level}")]
    private static partial void HttpFunction(
        this ILogger logger, string function, string route, Microsoft.Azure.Functions.Worker.AuthorizationLevel level);

    [LoggerMessage(22, LogLevel.Information, "{Function}: timer {Schedule}")]
    private static partial void TimerFunction(this ILogger logger, string function, string schedule);
}

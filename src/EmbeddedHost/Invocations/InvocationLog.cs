using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Invocations;

internal static partial class InvocationLog
{
    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed (invocation {InvocationId})")]
    public static partial void FunctionFailed(this ILogger logger, string function, string invocationId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Function {Function} failed (invocation {InvocationId}, trace {TraceId})")]
    public static partial void RequestFailed(
        this ILogger logger, string function, string invocationId, string traceId, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "Function {Function} did not end within {Timeout} (invocation {InvocationId})")]
    public static partial void FunctionTimedOut(this ILogger logger, string function, TimeSpan timeout, string invocationId);

    [LoggerMessage(4, LogLevel.Debug, "The caller of {Function} went away (invocation {InvocationId})")]
    public static partial void CallerWentAway(this ILogger logger, string function, string invocationId);

    [LoggerMessage(5, LogLevel.Information, "A request to {Function} was refused with {Status}: {Reason}")]
    public static partial void RequestRefused(this ILogger logger, string function, int status, string reason);
}

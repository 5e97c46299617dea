using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable;

internal static partial class DurableLog
{
    [LoggerMessage(30, LogLevel.Error, "{Path} could not be written; it is tried again")]
    public static partial void HistoryNotWritten(this ILogger logger, string path, Exception exception);

    [LoggerMessage(31, LogLevel.Error, "Orchestration {Name} ({InstanceId}) failed: {Reason}")]
    public static partial void OrchestrationFailed(this ILogger logger, string name, string instanceId, string reason);

    [LoggerMessage(32, LogLevel.Warning, "Activity {Function} of {InstanceId} failed (invocation {InvocationId})")]
    public static partial void ActivityFailed(
        this ILogger logger, string function, string instanceId, string invocationId, Exception exception);

    [LoggerMessage(33, LogLevel.Information, "Orchestrations: {Instances} to begin, {Work} activities and timers, {Messages} messages are resumed")]
    public static partial void Resumed(this ILogger logger, int instances, int work, int messages);

    [LoggerMessage(34, LogLevel.Error, "The turn of run {Run} could not be made; it is tried again")]
    public static partial void TurnFailed(this ILogger logger, long run, Exception exception);

    [LoggerMessage(36, LogLevel.Error, "A change of {Path} can never be made and is left out")]
    public static partial void HistoryRefused(this ILogger logger, string path, Exception exception);

    [LoggerMessage(37, LogLevel.Critical, "What follows from a kept change could not be done; the next start does it")]
    public static partial void NotFollowed(this ILogger logger, Exception exception);

    [LoggerMessage(35, LogLevel.Information, "{Function}: {Kind}")]
    public static partial void DurableFunction(this ILogger logger, string function, string kind);
}

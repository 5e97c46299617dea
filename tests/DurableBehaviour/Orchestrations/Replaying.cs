using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace DurableBehaviour.Orchestrations;

public static class Replaying
{
    [Function(nameof(Guids))]
    public static async Task<string> Guids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var (one, two) = (context.NewGuid(), context.NewGuid());
        var kept = await context.CallActivityAsync<Guid>(nameof(EchoGuid), one);
        return $"{(kept == one ? "same" : "other")}, {(one == two ? "alike" : "unlike")}";
    }

    [Function(nameof(Times))]
    public static async Task<string> Times([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var begin = context.CurrentUtcDateTime;
        var kept = await context.CallActivityAsync<DateTime>(nameof(EchoTime), begin);
        return $"{(kept == begin ? "same" : "other")}, {(context.CurrentUtcDateTime > begin ? "later" : "not later")}";
    }

    [Function(nameof(CountsPasses))]
    public static async Task<string> CountsPasses([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var log = context.CreateReplaySafeLogger(nameof(CountsPasses));
        if (!context.IsReplaying) Attempts.Count($"{context.InstanceId} begins");
        await context.CallActivityAsync<DateTime>(nameof(EchoTime), context.CurrentUtcDateTime);
        await context.CallActivityAsync<DateTime>(nameof(EchoTime), context.CurrentUtcDateTime);
        if (!context.IsReplaying) Attempts.Count($"{context.InstanceId} ends");
        if (log.IsEnabled(LogLevel.None)) return "the log is odd";
        return "done";
    }

    [Function(nameof(Composes))]
    public static async Task<string> Composes([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var open = Enumerable.Range(0, 3).Select(i => context.CallActivityAsync<int>(nameof(EchoNumber), i)).ToList();
        var seen = new List<int>();
        while (open.Count > 0)
        {
            var next = await Task.WhenAny(open);
            open.Remove(next);
            seen.Add(await next);
            await Task.Yield();
        }

        return string.Join(',', seen.Order());
    }

    [Function(nameof(EchoGuid))]
    public static Guid EchoGuid([ActivityTrigger] Guid value) => value;

    [Function(nameof(EchoTime))]
    public static DateTime EchoTime([ActivityTrigger] DateTime value) => value;

    [Function(nameof(EchoNumber))]
    public static int EchoNumber([ActivityTrigger] int value) => value;
}

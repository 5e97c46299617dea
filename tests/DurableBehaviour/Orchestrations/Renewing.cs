using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Renewing
{
    [Function(nameof(Counts))]
    public static async Task<int> Counts([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        if (count == 5) return count;
        await context.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        context.ContinueAsNew(count + 1);
        return -1;
    }

    [Function(nameof(Collects))]
    public static async Task<string> Collects([OrchestrationTrigger] TaskOrchestrationContext context, string words)
    {
        if (words.Length == 3) return words;
        if (words.Length == 0) await context.CreateTimer(TimeSpan.FromSeconds(3), CancellationToken.None);
        context.ContinueAsNew(words + await context.WaitForExternalEvent<string>("word"));
        return words;
    }
}

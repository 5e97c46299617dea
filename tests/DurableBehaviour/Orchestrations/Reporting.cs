using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Reporting
{
    [Function(nameof(Progress))]
    public static async Task<string> Progress([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new Report("half"));
        await context.WaitForExternalEvent<bool>("go");
        context.SetCustomStatus(new Report("done"));
        return "end";
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Listening
{
    [Function(nameof(Once))]
    public static Task<string> Once([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.WaitForExternalEvent<string>("word");

    [Function(nameof(ThriceAfterGo))]
    public static async Task<string> ThriceAfterGo([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<bool>("go");
        var words = "";
        for (var i = 0; i < 3; i++) words += await context.WaitForExternalEvent<string>("word");
        return words;
    }

    [Function(nameof(Impatient))]
    public static async Task<string> Impatient([OrchestrationTrigger] TaskOrchestrationContext context, int seconds)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("word", TimeSpan.FromSeconds(seconds));
        }
        catch (TaskCanceledException late)
        {
            return late.GetType().Name;
        }
    }

    [Function(nameof(Tells))]
    public static Task<string> Tells([OrchestrationTrigger] TaskOrchestrationContext context, string listener)
    {
        context.SendEvent(listener, "word", "told");
        return Task.FromResult("sent");
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Failing
{
    [Function(nameof(Catches))]
    public static async Task<string> Catches([OrchestrationTrigger] TaskOrchestrationContext context, string reason)
    {
        try
        {
            await context.CallActivityAsync(nameof(Fail), reason);
            return "nothing happened";
        }
        catch (TaskFailedException failure)
        {
            var details = failure.FailureDetails;
            return string.Join(
                '|', failure.TaskName, details.ErrorType, details.ErrorMessage,
                details.IsCausedBy<InvalidOperationException>(), details.IsCausedBy<TimeoutException>());
        }
    }

    [Function(nameof(Throws))]
    public static async Task<string> Throws([OrchestrationTrigger] TaskOrchestrationContext context, string reason)
    {
        await context.CallActivityAsync(nameof(Fail), reason);
        return "nothing happened";
    }

    [Function(nameof(CallsNobody))]
    public static Task CallsNobody([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync("NobodyHasThisNameEither");

    [Function(nameof(Fail))]
    public static Task Fail([ActivityTrigger] string reason) => throw new InvalidOperationException(reason);
}

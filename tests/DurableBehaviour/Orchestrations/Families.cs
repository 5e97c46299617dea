using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Families
{
    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, string input) =>
        $"[{await context.CallSubOrchestratorAsync<string>(nameof(Basics.Chain), input)}]";

    [Function(nameof(ParentOfNamed))]
    public static Task<string> ParentOfNamed([OrchestrationTrigger] TaskOrchestrationContext context, string childId) =>
        context.CallSubOrchestratorAsync<string>(nameof(NamedChild), null, new SubOrchestrationOptions(instanceId: childId));

    [Function(nameof(NamedChild))]
    public static Task<string> NamedChild([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult($"{context.InstanceId} of {context.Parent?.InstanceId}");

    [Function(nameof(ParentOfFailing))]
    public static async Task<string> ParentOfFailing([OrchestrationTrigger] TaskOrchestrationContext context, string reason)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<string>(nameof(Failing.Throws), reason);
        }
        catch (TaskFailedException failure)
        {
            return failure.TaskName;
        }
    }

    [Function(nameof(ParentOfStubborn))]
    public static Task<string> ParentOfStubborn([OrchestrationTrigger] TaskOrchestrationContext context, string key) =>
        context.CallSubOrchestratorAsync<string>(
            nameof(StubbornChild), new Stubborn(3, 1, key),
            TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(1))));

    [Function(nameof(StubbornChild))]
    public static Task<string> StubbornChild([OrchestrationTrigger] TaskOrchestrationContext context, Stubborn work) =>
        context.CallActivityAsync<string>(nameof(Retrying.Try), work);

    [Function(nameof(ParentOfMany))]
    public static async Task<int> ParentOfMany([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var children = Enumerable.Range(0, count).Select(i => context.CallSubOrchestratorAsync<string>(nameof(Basics.Chain), $"{i}"));
        return (await Task.WhenAll(children)).Distinct().Count();
    }
}

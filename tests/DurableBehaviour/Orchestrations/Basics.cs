using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Basics
{
    [Function(nameof(Chain))]
    public static async Task<string> Chain([OrchestrationTrigger] TaskOrchestrationContext context, string input)
    {
        var text = await context.CallActivityAsync<string>(nameof(Append), new Appendix(input, ">b"));
        return await context.CallActivityAsync<string>(nameof(Append), new Appendix(text, ">c"));
    }

    [Function(nameof(FanOut))]
    public static async Task<string> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int input)
    {
        var squares = Enumerable.Range(0, input).Select(i => context.CallActivityAsync<int>(nameof(Square), i));
        return string.Join(",", await Task.WhenAll(squares));
    }

    [Function(nameof(Types))]
    public static async Task<string> Types([OrchestrationTrigger] TaskOrchestrationContext context, Person person)
    {
        var same = await context.CallActivityAsync<Person>(nameof(Echo), person);
        var nothing = await context.CallActivityAsync<Person?>(nameof(Echo));
        return $"{same.Name} {same.Age} {nothing is null}";
    }

    [Function(nameof(ByGetInput))]
    public static async Task<string> ByGetInput([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var person = await context.CallActivityAsync<Person>(nameof(Echo), context.GetInput<Person>());
        return $"{person.Name} {person.Age}";
    }

    [Function(nameof(Append))]
    public static string Append([ActivityTrigger] Appendix input) => input.Text + input.More;

    [Function(nameof(Square))]
    public static async Task<int> Square([ActivityTrigger] int number)
    {
        await Task.Yield();
        return number * number;
    }

    [Function(nameof(Echo))]
    public static Person? Echo([ActivityTrigger] Person? person) => person;
}

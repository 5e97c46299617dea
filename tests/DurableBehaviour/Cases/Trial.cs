using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Cases;

/// <summary>One try of a behaviour: its client, ids that nobody has had, and what it expects.</summary>
public sealed class Trial(DurableTaskClient client, CancellationToken stop)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private int _count;

    public DurableTaskClient Client => client;

    public CancellationToken Stop => stop;

    /// <summary>What all ids of this trial begin with.</summary>
    public string Prefix { get; } = $"{Guid.CreateVersion7():N}-";

    public string NewId() => $"{Prefix}{++_count}";

    public async Task<string> StartAsync(string name, object? input = null)
    {
        var id = NewId();
        await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id), stop);
        return id;
    }

    public Task<OrchestrationMetadata> EndAsync(string id) => client.WaitForInstanceCompletionAsync(id, true, stop);

    /// <summary>The output of an orchestration that must complete.</summary>
    public async Task<T?> ResultAsync<T>(string name, object? input = null) => await ResultOfAsync<T>(await StartAsync(name, input));

    public async Task<T?> ResultOfAsync<T>(string id)
    {
        var end = await EndAsync(id);
        Must(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{id} is {end.RuntimeStatus}: {end.FailureDetails} {end.SerializedOutput}");
        return end.ReadOutputAs<T>();
    }

    /// <summary>All that a failed orchestration tells of its reason.</summary>
    public async Task<string> FailureAsync(string id)
    {
        var end = await EndAsync(id);
        Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        return $"{end.FailureDetails} {end.FailureDetails?.InnerFailure} {end.SerializedOutput}";
    }

    /// <summary>Waits until an instance is as it must be.</summary>
    public async Task<OrchestrationMetadata> BecomesAsync(string id, Func<OrchestrationMetadata, bool> isAsExpected)
    {
        while (true)
        {
            if (await client.GetInstanceAsync(id, true, stop) is { } instance && isAsExpected(instance)) return instance;
            await Task.Delay(Glance, stop);
        }
    }

    public static void Must(bool condition, string otherwise)
    {
        if (!condition) throw new BehaviourException(otherwise);
    }

    public static void Equal<T>(T expected, T actual) =>
        Must(EqualityComparer<T>.Default.Equals(expected, actual), $"Expected '{expected}', got '{actual}'.");

    public static async Task<T> ThrowsAsync<T>(Func<Task> act) where T : Exception
    {
        try
        {
            await act();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new BehaviourException($"Nothing was thrown; {typeof(T).Name} was expected.");
    }
}

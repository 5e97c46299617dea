using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Clients;

/// <summary>The client that functions are given.</summary>
internal sealed class EmbeddedDurableTaskClient(
    ClientWrites writes, HistoryReader reader, InstanceWaiters waiters, PayloadJson json, TimeProvider time)
    : DurableTaskClient("embedded")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? NewId();
        InstanceIds.Check(id);
        await writes.StartAsync(id, orchestratorName.Name ?? "", json.Serialize(input), options).WaitAsync(cancellation);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(
            instanceId, new Message(EventKind.EventRaised, Name: eventName, Payload: json.Serialize(eventPayload)), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var output = json.Serialize(options?.Output);
        return SendAsync(
            instanceId, new Message(EventKind.Terminated, Payload: output, Recursive: options?.Recursive ?? false), cancellation);
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new Message(EventKind.Suspended, Payload: reason), cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new Message(EventKind.Resumed, Payload: reason), cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var found = reader.Find(instanceId);
        return Task.FromResult(found is null ? null : InstanceMetadata.Of(found, getInputsAndOutputs ? json : null));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, one => one.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, one => one.IsCompleted, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(reader, json, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new PurgeResult(await writes.PurgeAsync([instanceId], options?.Recursive ?? false).WaitAsync(cancellation), true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var purged = 0;
        foreach (var ids in InstanceQueries.Finished(reader, filter).Chunk(InstanceQueries.PurgedTogether))
        {
            purged += await writes.PurgeAsync(ids, options?.Recursive ?? false).WaitAsync(cancellation);
        }

        return new PurgeResult(purged, isComplete: true);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var instance = reader.Find(instanceId) ?? throw new ArgumentException($"There is no orchestration '{instanceId}'.");
        if (!instance.IsOver) throw new InvalidOperationException($"Orchestration '{instanceId}' is not over yet.");
        var id = restartWithNewInstanceId ? NewId() : instanceId;
        await writes.StartAsync(id, instance.Name, instance.Input, options: null).WaitAsync(cancellation);
        return id;
    }

    public override ValueTask DisposeAsync() => default;

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private Task SendAsync(string id, Message message, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return writes.SendAsync(id, message).WaitAsync(cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string id, bool withPayloads, Func<OrchestrationMetadata, bool> isEnough, CancellationToken cancellation)
    {
        while (true)
        {
            var change = waiters.NextChange(id);
            if (await GetInstancesAsync(id, withPayloads, cancellation) is { } instance && isEnough(instance)) return instance;
            await change.WaitAsync(cancellation);
        }
    }
}

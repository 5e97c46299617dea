using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Replay;

/// <summary>What an orchestrator's code sees: each call is a decision, held against the history.</summary>
internal sealed class ReplayContext(
    InstanceRow instance,
    Decisions decisions,
    ExternalEvents events,
    OrchestratorLoop loop,
    PayloadJson json,
    ILoggerFactory loggers) : TaskOrchestrationContext
{
    private int _guids;
    private DateTime _now;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => IsReplayed;

    /// <summary>Whether the turn is one of the history.</summary>
    public bool IsReplayed { get; private set; }

    /// <summary>JSON; null while there is none.</summary>
    public string? CustomStatus { get; private set; } = instance.CustomStatus;

    /// <summary>Null while the code has not asked for it.</summary>
    public Renewal? Renewal { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    private Attempts Attempts => new(this);

    public void BeginTurn(long at, bool isReplayed)
    {
        _now = new DateTime(at, DateTimeKind.Utc);
        IsReplayed = isReplayed;
    }

    public override T? GetInput<T>() where T : default => json.Deserialize<T>(instance.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplaced(input, options);
        var payload = json.Serialize(input);
        var result = await Attempts.MakeAsync(options?.Retry, () => Ask(
            new HistoryEvent(EventKind.ActivityScheduled, Name: name.Name, Payload: payload)));
        return json.Deserialize<TResult>(result)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplaced(input, options);
        var payload = json.Serialize(input);
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Check(id);
        var result = await Attempts.MakeAsync(options?.Retry, () => Ask(
            new HistoryEvent(EventKind.ChildScheduled, Name: orchestratorName.Name, Payload: payload, Target: id)));
        return json.Deserialize<TResult>(result)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        CheckThread();
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var timer = decisions.Await(new HistoryEvent(EventKind.TimerCreated, At: fireAt.ToUniversalTime().Ticks));
        cancellationToken.Register(() => decisions.Cancel(timer, cancellationToken));
        return timer.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        CheckThread();
        return json.Deserialize<T>(await events.Next(eventName, cancellationToken))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        CheckThread();
        decisions.Decide(new HistoryEvent(
            EventKind.EventSent, Name: eventName, Payload: json.Serialize(payload), Target: instanceId));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        CheckThread();
        CustomStatus = json.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        CheckThread();
        Renewal = new Renewal(json.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        CheckThread();
        return DeterministicGuid.Of(InstanceId, _now, _guids++);
    }

    private Task<string?> Ask(HistoryEvent decision)
    {
        CheckThread();
        return decisions.Await(decision).Task;
    }

    private void CheckThread()
    {
        if (loop.IsCurrent) return;
        throw new NonDeterminismException(
            $"Orchestrator {instance.Name} left its thread: it may await only what its context gives, without ConfigureAwait(false).");
    }

    private static void RefuseMisplaced(object? input, TaskOptions? options)
    {
        if (input is not TaskOptions || options is not null) return;
        throw new ArgumentException("Options were given as the input. Name the parameter: options: ...", nameof(input));
    }
}

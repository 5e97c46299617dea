using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Replay;

/// <summary>The code of one orchestration, somewhere between its beginning and its end.</summary>
internal sealed class OrchestratorRun
{
    private readonly InstanceRow _instance;
    private readonly OrchestratorCode _code;
    private readonly PayloadJson _json;
    private readonly Decisions _decisions = new();
    private readonly ExternalEvents _events = new();
    private readonly List<HistoryEvent> _held = [];
    private readonly OrchestratorLoop _loop;
    private readonly ReplayContext _context;
    private Task<object?>? _running;

    /// <param name="strayed">Called when the code went on outside of a turn.</param>
    public OrchestratorRun(InstanceRow instance, OrchestratorCode code, PayloadJson json, Action<string> strayed)
    {
        _instance = instance;
        _code = code;
        _json = json;
        _loop = new OrchestratorLoop(strayed);
        _context = new ReplayContext(instance, _decisions, _events, _loop, json, code.Loggers);
    }

    public bool IsSuspended { get; private set; }

    public string? CustomStatus => _context.CustomStatus;

    /// <summary>Null while it runs.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>Null unless it ended with the wish to begin anew.</summary>
    public Renewal? Renewal => Outcome?.Status == OrchestrationRuntimeStatus.Completed ? _context.Renewal : null;

    /// <summary>Events that nobody has waited for.</summary>
    public IEnumerable<HistoryEvent> UnclaimedEvents =>
        _events.Unclaimed.Concat(_held.Where(one => one.Kind is EventKind.EventRaised));

    /// <summary>Timers that the code no longer wants, of the last turn.</summary>
    public IReadOnlyList<int> CanceledTimers => _decisions.Canceled;

    /// <summary>Whether it may go on soon, as far as one can tell.</summary>
    public bool AwaitsWork => _decisions.AwaitsWork;

    public bool IsAwaited(int task) => _decisions.IsAwaited(task);

    /// <summary>Lets the code run over what happened at one instant.</summary>
    /// <param name="recorded">What it decided then, by its history; null where that is to be found out.</param>
    /// <returns>What it decided; good until the next turn.</returns>
    public IReadOnlyList<HistoryEvent> Turn(long at, IReadOnlyList<HistoryEvent> happened, IReadOnlyList<HistoryEvent>? recorded)
    {
        _decisions.BeginTurn(recorded);
        _context.BeginTurn(at, isReplayed: recorded is not null);
        if (_running is null)
        {
            // what ends before it began has no code to run
            if (happened.FirstOrDefault(one => one.Kind is EventKind.Terminated) is { } end) Happen(end);
            else _loop.Run(Begin);
        }

        foreach (var one in happened)
        {
            if (Outcome is not null) break;
            Happen(one);
        }

        var made = _decisions.EndTurn();
        Outcome ??= Look();
        return made;
    }

    /// <summary>Ends it as failed, whatever its code does.</summary>
    public void Fail(Exception reason) => Outcome = Failed(reason);

    private void Begin() => _running = _code.RunAsync(_context, _instance.Input);

    private void Happen(HistoryEvent one)
    {
        switch (one.Kind)
        {
            case EventKind.Terminated:
                Outcome = new Outcome(OrchestrationRuntimeStatus.Terminated, one.Payload);
                break;
            case EventKind.Suspended:
                IsSuspended = true;
                break;
            case EventKind.Resumed:
                IsSuspended = false;
                var held = _held.ToList();
                _held.Clear();
                held.ForEach(Happen);
                break;
            case var _ when IsSuspended:
                _held.Add(one);
                break;
            case EventKind.EventRaised:
                _loop.Run(() => _events.Raise(one));
                break;
            default:
                _loop.Run(() => _decisions.Answer(one));
                break;
        }
    }

    private Outcome? Look()
    {
        if (_decisions.Departure is { } departure) return Failed(departure);
        if (_running is { IsCompleted: true }) return OutcomeOf(_running);
        if (_held.Count > 0 || _decisions.AwaitedCount > 0 || _events.IsAnyAwaited) return null;
        return Failed(Strayed.From(_instance.Name, _code.EntryPoint));
    }

    private Outcome OutcomeOf(Task<object?> ended)
    {
        try
        {
            return new Outcome(OrchestrationRuntimeStatus.Completed, _json.Serialize(ended.GetAwaiter().GetResult()));
        }
        catch (Exception failure)
        {
            return Failed(failure);
        }
    }

    private static Outcome Failed(Exception reason) =>
        new(OrchestrationRuntimeStatus.Failed, Failure: FailureJson.Write(TaskFailureDetails.FromException(reason)));
}

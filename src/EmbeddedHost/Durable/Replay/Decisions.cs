using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;

namespace EmbeddedHost.Durable.Replay;

/// <summary>
/// What an orchestrator's code asks for, in order, held against its history; and the tasks that it awaits for what it asked.
/// </summary>
internal sealed class Decisions
{
    private readonly Dictionary<int, Awaited> _awaited = [];
    private readonly List<HistoryEvent> _made = [];
    private readonly List<int> _canceled = [];
    private IReadOnlyList<HistoryEvent>? _expected;
    private int _next;
    private int _work;

    /// <summary>The code does something else than its history tells; null while it does not.</summary>
    public NonDeterminismException? Departure { get; private set; }

    public int AwaitedCount => _awaited.Count;

    /// <summary>Whether an activity or sub-orchestration is awaited, which may answer soon.</summary>
    public bool AwaitsWork => _work > 0;

    /// <summary>Timers that the code no longer wants, of this turn.</summary>
    public IReadOnlyList<int> Canceled => _canceled;

    /// <summary>A turn begins.</summary>
    /// <param name="expected">What the history tells that the code decided in it; null in a turn that is not in it.</param>
    public void BeginTurn(IReadOnlyList<HistoryEvent>? expected)
    {
        _made.Clear();
        _canceled.Clear();
        _expected = expected;
    }

    /// <summary>What the code decided in this turn.</summary>
    public IReadOnlyList<HistoryEvent> EndTurn()
    {
        if (_expected is not null && _made.Count < _expected.Count)
        {
            Departure ??= new NonDeterminismException(Departures.Tell(_expected[_made.Count], asked: null));
        }

        return _made;
    }

    /// <summary>Notes a decision that nothing is awaited for.</summary>
    public void Decide(HistoryEvent asked)
    {
        if (Departure is not null) throw Departure;
        asked = asked with { Task = _next++ };
        if (_expected is not null)
        {
            var recorded = _made.Count < _expected.Count ? _expected[_made.Count] : null;
            if (recorded is null || !Departures.IsSame(recorded, asked))
            {
                throw Departure = new NonDeterminismException(Departures.Tell(recorded, asked));
            }
        }

        _made.Add(asked);
    }

    /// <summary>Notes a decision.</summary>
    /// <returns>What gives the JSON of its result, or fails with <see cref="TaskFailedException"/>.</returns>
    public Awaited Await(HistoryEvent asked)
    {
        Decide(asked);
        var awaited = new Awaited(_made[^1]);
        _awaited.Add(awaited.Decision.Task, awaited);
        if (awaited.IsWork) _work++;
        return awaited;
    }

    /// <summary>Whether that decision has no answer yet.</summary>
    public bool IsAwaited(int task) => _awaited.ContainsKey(task);

    public void Cancel(Awaited awaited, CancellationToken token)
    {
        if (_awaited.Remove(awaited.Decision.Task))
        {
            _canceled.Add(awaited.Decision.Task);
            awaited.TrySetCanceled(token);
        }
    }

    /// <summary>Gives a decision its answer; the code that awaits it goes on before this returns.</summary>
    public void Answer(HistoryEvent answer)
    {
        if (!_awaited.Remove(answer.Task, out var awaited)) return;
        if (awaited.IsWork) _work--;
        if (answer.Kind is EventKind.ActivityFailed or EventKind.ChildFailed)
        {
            awaited.TrySetException(new TaskFailedException(
                awaited.Decision.Name ?? "", answer.Task, FailureJson.Read(answer.Payload)));
        }
        else
        {
            awaited.TrySetResult(answer.Payload);
        }
    }
}

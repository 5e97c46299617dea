using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Invocations;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>
/// One run of an orchestration in memory: takes its messages, one turn at a time, and asks for each turn to be kept. Its code
/// may be a few turns ahead of what is kept, but nothing that others see is.
/// </summary>
internal sealed class Session(long run, ISessionHost host)
{
    private readonly Lock _lock = new();
    private readonly List<Message> _early = [];
    private List<Message> _inbox = [];
    private Loaded? _loaded;
    private int _lines;
    private long _lastTurn;
    private int _writing;
    private bool _isQueued;
    private bool _isEnding;
    private bool _isGone;
    private bool _awaitsWork;
    private long _successor;

    public long Run => run;

    /// <summary>When it last had a turn; UTC ticks.</summary>
    public long LastTurn => Volatile.Read(ref _lastTurn);

    /// <returns>False when the session has left memory: the message is for another.</returns>
    public bool TryDeliver(Message message)
    {
        lock (_lock)
        {
            if (_isGone) return false;
            _inbox.Add(message);
            if (_isQueued || _isEnding) return true;
            _isQueued = true;
        }

        host.Queue(this);
        return true;
    }

    /// <summary>The run that came after this one; 0 where none did.</summary>
    public long Successor => Volatile.Read(ref _successor);

    /// <summary>Leaves memory if nothing is under way.</summary>
    public bool TryLeave()
    {
        lock (_lock)
        {
            if (_isGone || _isQueued || _isEnding || _writing > 0 || _inbox.Count + _early.Count > 0) return false;
            _isGone = true;
        }

        host.Remove(this);
        return true;
    }

    public void MakeTurn()
    {
        List<Message> messages;
        lock (_lock)
        {
            messages = [.. _early, .. _inbox];
            _early.Clear();
            _inbox = [];
        }

        try
        {
            Process(messages);
        }
        catch (Exception failure)
        {
            // the file could not be read, which may pass
            host.Failed(run, failure);
            lock (_lock) _inbox.InsertRange(0, messages);
            host.QueueLater(this);
            return;
        }

        lock (_lock)
        {
            _isQueued = _inbox.Count > 0 && !_isEnding && !_isGone;
            if (_isQueued) host.Queue(this);
        }

        // the turn may have been kept before it was over here
        if (!_isQueued) host.Rests(this, forLong: !_awaitsWork);
    }

    private void Process(List<Message> messages)
    {
        _loaded ??= Load(messages);
        if (_loaded is not { } loaded)
        {
            Forget(messages);
            TryLeaveUnloaded();
            return;
        }

        if (_lines == 0 && IsTooEarly(loaded.Instance, messages))
        {
            // they stay in the inbox, and what begins the instance takes them along
            lock (_lock) _early.AddRange(messages);
            return;
        }

        var turn = Make(loaded, messages);
        if (turn is null) return;
        _lines += turn.Lines.Count;
        Volatile.Write(ref _lastTurn, turn.At);
        lock (_lock)
        {
            _writing++;
            _awaitsWork = loaded.Code.AwaitsWork;
            _isEnding = turn.Outcome is not null;
            _successor = turn.Renewed?.Run ?? 0;
        }

        if (turn is { Outcome.Failure: not null }) host.Failed(turn.Instance, turn.Outcome);
        host.Write(new TurnWrite(turn, host, Wrote));
    }

    private bool IsTooEarly(InstanceRow instance, List<Message> messages) =>
        instance.StartAt > host.Now
        && !messages.Exists(message => message.Kind is EventKind.Started or EventKind.Terminated or EventKind.Strayed);

    /// <summary>What goes wrong in a turn ends its orchestration, not the host.</summary>
    private Turn? Make(Loaded loaded, List<Message> messages)
    {
        var now = Math.Max(host.Now, _lastTurn);
        using var span = InvocationSpan.StartTurn(loaded.Instance.Name, loaded.Instance.Id);
        try
        {
            return SessionTurn.Make(loaded, messages, now, _lines, host);
        }
        catch (Exception failure)
        {
            loaded.Code.Fail(failure);
            span.Fail(failure.Message);
            return SessionTurn.Make(loaded, messages, now, _lines, host);
        }
    }

    private Loaded? Load(List<Message> messages)
    {
        var begun = messages.Find(message => message.Begun is not null)?.Begun;
        var loaded = host.Load(run, begun, Stray);
        _lines = loaded?.Lines ?? 0;
        _lastTurn = loaded?.LastTurn ?? 0;
        return loaded;
    }

    private void Stray(string method) => TryDeliver(new Message(EventKind.Strayed, Name: method));

    private void Wrote(Exception? refusal)
    {
        bool ends;
        List<Message> left = [];
        lock (_lock)
        {
            _writing--;
            ends = _isEnding |= refusal is not null;
            if (ends)
            {
                _isGone = true;
                (left, _inbox) = (_inbox, left);
            }
        }

        if (ends) Pass(left);
        else host.Rests(this, forLong: !_awaitsWork);
    }

    /// <summary>What has come too late is for the run that came after this one, or for nobody.</summary>
    private void Pass(List<Message> left)
    {
        host.Remove(this);
        if (_successor > 0) left.ForEach(message => host.Deliver(new Addressed("", _successor, message)));
        else Forget(left);
    }

    private void TryLeaveUnloaded()
    {
        List<Message> left;
        lock (_lock)
        {
            _isGone = true;
            (left, _inbox) = (_inbox, []);
        }

        host.Remove(this);
        Forget(left);
    }

    private void Forget(List<Message> messages)
    {
        long[] kept = [.. messages.Where(message => message.Sequence > 0).Select(message => message.Sequence)];
        if (kept.Length > 0) host.Write(new DroppedMessages(kept));
    }
}

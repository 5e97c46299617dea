using System.Collections.Concurrent;
using EmbeddedHost.Durable.Activities;
using EmbeddedHost.Durable.Clients;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Replay;
using EmbeddedHost.Durable.Sessions;
using EmbeddedHost.Durable.Timers;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Hub;

/// <summary>The orchestrations that are in memory. One that waits for long leaves it, and comes back by replay.</summary>
internal sealed class SessionPool : ISessionHost
{
    private const int ManyInMemory = 1_000;
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, Session> _sessions = new();
    private readonly BoundedQueue<Session> _turns;
    private readonly DurableSettings _settings;
    private readonly SessionLoading _loading;
    private readonly HistoryWriter _writer;
    private readonly ActivityQueue _activities;
    private readonly InstanceWaiters _waiters;
    private readonly WorkCount _work;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private int _count;

    public SessionPool(
        DurableSettings settings,
        SessionLoading loading,
        HistoryWriter writer,
        ActivityQueue activities,
        DurableTimers timers,
        InstanceWaiters waiters,
        WorkCount work,
        TimeProvider time,
        ILogger logger)
    {
        (_settings, _loading, _writer, _activities, Timers) = (settings, loading, writer, activities, timers);
        (_waiters, _work, _time, _logger) = (waiters, work, time, logger);
        _turns = new BoundedQueue<Session>(settings.MostTurns, MakeTurn);
    }

    public Numbers Numbers { get; } = new();

    public DurableTimers Timers { get; }

    public long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>How many are in memory.</summary>
    public int Count => _sessions.Count;

    public long NextRun() => Numbers.NextRun();

    public long NextMessage() => Numbers.NextMessage();

    public void Deliver(Addressed one)
    {
        var run = one.Run;
        while (true)
        {
            var session = _sessions.GetOrAdd(run, static (run, pool) => pool.Add(run), this);
            if (session.TryDeliver(one.Message)) return;
            if (session.Successor > 0) run = session.Successor;
        }
    }

    public void RunActivity(PendingWork work) => _activities.Enqueue(work);

    public void Queue(Session session)
    {
        _work.Begin();
        _turns.Enqueue(session);
    }

    public void QueueLater(Session session)
    {
        _work.Begin();
        Task.Delay(RetryPause, _time).ContinueWith(_ => _turns.Enqueue(session), TaskScheduler.Default);
    }

    public void Write(IHistoryWrite write) => _writer.Enqueue(write);

    public void StatusChanged(string instanceId) => _waiters.Wake(instanceId);

    public Loaded? Load(long run, InstanceRow? begun, Action<string> strayed) =>
        begun is null ? _loading.Load(run, strayed) : _loading.Begin(begun, strayed);

    public void Rests(Session session, bool forLong)
    {
        if (!_settings.KeepsCode || (forLong && Volatile.Read(ref _count) > ManyInMemory)) session.TryLeave();
    }

    public void Remove(Session session)
    {
        if (_sessions.TryRemove(KeyValuePair.Create(session.Run, session))) Interlocked.Decrement(ref _count);
    }

    public void Failed(InstanceRow instance, Outcome outcome) =>
        _logger.OrchestrationFailed(instance.Name, instance.Id, FailureJson.Read(outcome.Failure).ToString());

    public void Failed(long run, Exception reason) => _logger.TurnFailed(run, reason);

    /// <summary>Those that have long had no turn leave memory.</summary>
    public void LeaveIdle()
    {
        var since = Now - _settings.IdleTime.Ticks;
        foreach (var session in _sessions.Values)
        {
            if (session.LastTurn <= since) session.TryLeave();
        }
    }

    /// <remarks>Two threads may add the same one; what is counted too many only makes sessions leave earlier.</remarks>
    private Session Add(long run)
    {
        Interlocked.Increment(ref _count);
        return new Session(run, this);
    }

    private Task MakeTurn(Session session)
    {
        session.MakeTurn();
        _work.End();
        return Task.CompletedTask;
    }
}

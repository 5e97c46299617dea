using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Replay;
using EmbeddedHost.Durable.Timers;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>What orchestrations in memory need of the host around them.</summary>
internal interface ISessionHost
{
    DurableTimers Timers { get; }

    /// <summary>UTC ticks.</summary>
    long Now { get; }

    /// <summary>A number that no run has had.</summary>
    long NextRun();

    /// <summary>A place in the inbox that no message has had.</summary>
    long NextMessage();

    void Deliver(Addressed one);

    void RunActivity(PendingWork work);

    /// <summary>Asks for a turn; it is made on another thread.</summary>
    void Queue(Session session);

    /// <summary>The same after a pause.</summary>
    void QueueLater(Session session);

    void Write(IHistoryWrite write);

    /// <summary>Whoever waits for an instance looks again.</summary>
    void StatusChanged(string instanceId);

    /// <summary>The instance and its code up to its last turn, with the count of its lines; null where there is nothing to run.</summary>
    /// <param name="begun">The instance where it has just begun and has no history.</param>
    Loaded? Load(long run, InstanceRow? begun, Action<string> strayed);

    /// <summary>All it did is kept.</summary>
    /// <param name="forLong">Whether it waits for what may take long.</param>
    void Rests(Session session, bool forLong);

    void Remove(Session session);

    void Failed(InstanceRow instance, Outcome outcome);

    void Failed(long run, Exception reason);
}

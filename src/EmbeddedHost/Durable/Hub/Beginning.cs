using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Timers;

namespace EmbeddedHost.Durable.Hub;

/// <summary>Lets an instance begin, now or later.</summary>
internal static class Beginning
{
    /// <summary>The timer of a later start stands at this place, where no decision does.</summary>
    private const int StartTimer = -1;

    public static Message Message { get; } = new(EventKind.Started);

    public static Message MessageOf(NewInstance instance) => new(EventKind.Started, Begun: instance.ToRow());

    /// <summary>What a timer that has fired tells.</summary>
    public static Message MessageOf(int timer) => timer == StartTimer ? Message : new Message(EventKind.TimerFired, timer);

    public static void Begin(SessionPool sessions, DurableTimers timers, Addressed instance, long startAt)
    {
        if (startAt > sessions.Now) timers.Set(instance.Run, StartTimer, startAt);
        else sessions.Deliver(instance);
    }
}

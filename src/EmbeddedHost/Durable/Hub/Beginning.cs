using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Timers;

namespace EmbeddedHost.Durable.Hub;

/// <summary>Lets an instance begin, now or later.</summary>
internal static class Beginning
{
    /// <summary>The timer of a later start stands at this place, where no decision does.</summary>
    private const int StartTimer = -1;

    public static Message Message { get; } = new(EventKind.Started);

    public static void Begin(SessionPool sessions, DurableTimers timers, Addressed instance, long startAt)
    {
        if (startAt > sessions.Now) timers.Set(instance.Run, StartTimer, startAt);
        else sessions.Deliver(instance);
    }
}

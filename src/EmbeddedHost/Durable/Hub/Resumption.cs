using EmbeddedHost.Durable.Activities;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Timers;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Durable.Hub;

/// <summary>Takes up what was under way when the last process ended, however it ended.</summary>
internal static class Resumption
{
    public static void Run(
        HistoryReader reader, SessionPool sessions, DurableTimers timers, ActivityQueue activities, ILogger logger)
    {
        // read before anything runs, which would change it
        var notBegun = reader.NotBegun().ToList();
        var pending = reader.Pending().ToList();
        var inbox = reader.Inbox().ToList();

        foreach (var one in inbox) sessions.Deliver(one);
        foreach (var (run, id, startAt) in notBegun) Beginning.Begin(sessions, timers, new Addressed(id, run, Beginning.Message), startAt);
        foreach (var one in pending)
        {
            if (one.Decision.Kind is EventKind.ActivityScheduled) activities.Enqueue(one);
            else timers.Set(one.Run, one.Decision.Task, one.Decision.At);
        }

        if (notBegun.Count + pending.Count + inbox.Count > 0) logger.Resumed(notBegun.Count, pending.Count, inbox.Count);
    }
}

namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Alerts about the work behind decisions: synchronisations, timers, orchestrations and messages.</summary>
internal static class WorkAlerts
{
    public const long MostGivenUp = 10;

    public static readonly TimeSpan OldestWatermark = TimeSpan.FromMinutes(15), Grace = TimeSpan.FromMinutes(1);

    public static IEnumerable<Alert> In(AlertFacts facts) => facts.Standing is not { } standing ? [] :
    [
        .. standing.Syncs.Select(sync => OfSync(sync, facts.Now)).OfType<Alert>(),
        .. standing.Timers.Select(timer => OfTimer(timer, facts.Now)).OfType<Alert>(),
        .. OfOrchestrations(standing),
        .. OfDeadLetters(standing),
    ];

    private static Alert? OfSync(SyncNow sync, DateTimeOffset now) => now - sync.UpTo <= OldestWatermark ? null : new Alert(
        $"ingest-lag:{sync.Name}", AlertSeverity.Warning, $"The {sync.Name} synchronisation is behind",
        sync.IsKnown ? "What happened since is not known to the engine yet." : "It has not come to its end since the engine was started.",
        AlertText.Span(now - sync.UpTo), AlertText.Span(OldestWatermark), AlertPlace.Operations, "ingest-lag", sync.UpTo + OldestWatermark);

    private static Alert? OfTimer(TimerNow timer, DateTimeOffset now)
    {
        var longest = (timer.Interval * 2) + Grace;
        return now - timer.LastAt <= longest ? null : new Alert(
            $"timer-silence:{timer.Name}", AlertSeverity.Critical, $"The timer {timer.Name} is silent",
            $"It should run every {AlertText.Span(timer.Interval)} and has not come to its end for twice as long.",
            AlertText.Span(now - timer.LastAt), AlertText.Span(longest), AlertPlace.Timers, "timer-silence", timer.LastAt + longest);
    }

    private static IEnumerable<Alert> OfOrchestrations(StandingNow standing) => standing.Backlog is not { Stuck: > 0 } backlog ? [] :
    [
        new Alert(
            "stuck-orchestrations", AlertSeverity.Warning, "Work that was begun does not move",
            "Campaigns or other long work stand still.", AlertText.Count(backlog.Stuck, "orchestration", "orchestrations"), "0",
            AlertPlace.Orchestrations, "stuck-orchestrations", null),
    ];

    private static IEnumerable<Alert> OfDeadLetters(StandingNow standing)
    {
        if (standing.GivenUpLately >= MostGivenUp)
        {
            yield return new Alert(
                "dead-letters", AlertSeverity.Warning, "Messages are being given up",
                "Messages of the last hour could not be sent however often it was tried. They can be sent again once the cause is gone.",
                AlertText.Count(standing.GivenUpLately, "message", "messages"), $"fewer than {MostGivenUp} an hour", AlertPlace.DeadLetters, "dead-letters", null);
        }
        else if (standing.DeadLetters > 0)
        {
            yield return new Alert(
                "dead-letters-waiting", AlertSeverity.Notice, "Messages were given up",
                "They wait for somebody to look: they can be sent again once the cause is gone.",
                AlertText.Count(standing.DeadLetters, "message", "messages"), "0", AlertPlace.DeadLetters, "dead-letters", null);
        }
    }
}

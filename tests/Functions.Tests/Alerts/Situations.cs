using static PersonalizationEngine.Functions.Tests.Alerts.MetricRow;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>Telemetry as the engine and the Functions host send it: of a quiet hour, and what each fault adds.</summary>
internal static class Situations
{
    public static IReadOnlyDictionary<string, Func<TelemetryTables, Task>> Broken { get; } = new Dictionary<string, Func<TelemetryTables, Task>>(StringComparer.Ordinal)
    {
        ["decision-p99"] = tables => tables.AddRequestsAsync(Minutes(3), "Personalize", 400, "200", 30),
        ["error-share"] = tables => tables.AddRequestsAsync(Minutes(3), "ReceiveRybbitEvents", 8, "503", 60),
        ["degraded-share"] = tables => tables.AddAsync(EachMinute(4, 0, "personalization.decision.duration", 0.2, 20, ("degraded", "True"))),
        ["timer-silence"] = tables => tables.AddAsync(
        [
            .. EachMinute(10, 8, "personalization.timer.interval", 60, 1, ("timer", "StartDeliveries")),
            .. EachMinute(10, 8, "personalization.timer.last_success_age", 20, 1, ("timer", "StartDeliveries")),
        ]),
        ["ingest-lag"] = tables => tables.AddAsync(EachMinute(16, 0, "personalization.sync.watermark_age", 1_200, 1, ("sync", "customers"))),
        ["stuck-orchestrations"] = tables => tables.AddAsync(EachMinute(2, 2, "personalization.delivery.stuck_runs", 1)),
        ["dead-letters"] = tables => tables.AddAsync(EachMinute(3, 0, "personalization.delivery.dead_letters", 40)),
        ["srm"] = tables => tables.AddAsync(EachMinute(29, 0, "personalization.experiment.srm", 1, 1, ("experiment", "7"))),
        ["breakers"] = tables => tables.AddAsync(EachMinute(4, 0, "personalization.dependency.breaker", 2, 1, ("dependency", "gorse"))),
        ["memory"] = tables => tables.AddAsync(EachMinute(9, 0, "dotnet.process.memory.working_set", 1.9e9).Select(row => row with { Instance = "two" })),
        ["worker-exit"] = tables => tables.AddTraceAsync(Minutes(2), "/azure-functions-host/FunctionsNetHost exited with code 139 (0x8B)."),
        ["exposures-lost"] = tables => tables.AddAsync(EachMinute(6, 6, "personalization.exposures.lost", 3)),
    };

    /// <summary>All is well: some decisions are slow, one in a hundred degraded, a breaker flipped once, thirty letters have been dead for long.</summary>
    public static async Task QuietAsync(TelemetryTables tables)
    {
        await tables.AddRequestsAsync(Minutes(2), "Personalize", 4, "200", 600);
        await tables.AddRequestsAsync(Minutes(1), "GET /api/v1/personalize/{userId}", 900, "200", 5);
        await tables.AddRequestsAsync(Minutes(40), "Personalize", 900, "500", 500);
        await tables.AddRequestsAsync(Minutes(1), "CheckReady", 2, "503", 100);
        await tables.AddRequestsAsync(Minutes(1), "GET /api/v1/health/ready", 2, "503", 100);
        await tables.AddRequestsAsync(Minutes(1), "ReceiveRybbitEvents", 6, "401", 300);
        await tables.AddRequestsAsync(Minutes(1), "SyncGorse", 60_000, "0", 5);
        await tables.AddTraceAsync(Minutes(1), "/azure-functions-host/FunctionsNetHost exited with code 0 (0x0).");
        await tables.AddAsync(
        [
            .. EachMinute(20, 0, "personalization.decision.duration", 0.4, 200, ("degraded", "False")),
            .. EachMinute(20, 0, "personalization.decision.duration", 0.1, 1, ("degraded", "True")),
            .. EachMinute(20, 0, "personalization.timer.interval", 60, 1, ("timer", "SyncBehaviour")),
            .. EachMinute(20, 0, "personalization.timer.last_success_age", 70, 1, ("timer", "SyncBehaviour")),
            .. EachMinute(20, 0, "personalization.timer.interval", 86_400, 1, ("timer", "PurgeExpiredData")),
            .. EachMinute(20, 0, "personalization.timer.last_success_age", 86_300, 1, ("timer", "PurgeExpiredData")),
            .. EachMinute(20, 3, "personalization.sync.watermark_age", 2_000, 1, ("sync", "behaviour")),
            .. EachMinute(2, 0, "personalization.sync.watermark_age", 70, 1, ("sync", "behaviour")),
            .. EachMinute(20, 0, "personalization.durable.backlog", 40, 1, ("state", "running")),
            .. EachMinute(20, 4, "personalization.durable.backlog", 2, 1, ("state", "stuck")),
            .. EachMinute(3, 0, "personalization.durable.backlog", 0, 1, ("state", "stuck")),
            .. EachMinute(20, 0, "personalization.delivery.stuck_runs", 0),
            .. EachMinute(59, 5, "personalization.delivery.dead_letters", 30),
            .. EachMinute(29, 10, "personalization.experiment.srm", 1, 1, ("experiment", "3")),
            .. EachMinute(9, 0, "personalization.experiment.srm", 0, 1, ("experiment", "3")),
            .. EachMinute(20, 2, "personalization.dependency.breaker", 2, 1, ("dependency", "store")),
            .. EachMinute(1, 0, "personalization.dependency.breaker", 0, 1, ("dependency", "store")),
            .. EachMinute(20, 0, "dotnet.process.memory.working_set", 9e8),
            .. EachMinute(20, 0, "personalization.exposures.lost", 0),
        ]);
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}

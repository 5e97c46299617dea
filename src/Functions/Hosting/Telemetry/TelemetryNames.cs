using PersonalizationEngine.Engine;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>What is listened to, by its OpenTelemetry name.</summary>
internal static class TelemetryNames
{
    /// <summary>Spans of function invocations: Azure's worker and the embedded host have the same.</summary>
    public const string Worker = "Microsoft.Azure.Functions.Worker";

    public static string[] Sources { get; } =
    [
        Worker, FusionCacheDiagnostics.ActivitySourceName, FusionCacheDiagnostics.ActivitySourceNameDistributedLevel, "MySqlConnector", "ClickHouse.Driver*",
        EngineMetrics.Name,
    ];

    /// <summary>Ours, the process, and the requests of a server that runs in it.</summary>
    public static string[] Meters { get; } = [EngineMetrics.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting"];
}

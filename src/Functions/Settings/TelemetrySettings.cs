using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>telemetry</c>.</summary>
internal static class TelemetrySettings
{
    /// <summary>Where the embedded host keeps orchestrations, in the data folder.</summary>
    private const string DurableFile = "durable.db";

    public static string DurableFileIn(IConfiguration configuration) => Path.Combine(configuration["DATA_DIR"] is { Length: > 0 } folder ? folder : "data", DurableFile);

    public static TelemetryOptions Read(SettingsReader reader) => new(reader.Seconds("telemetry:look_seconds", TelemetryOptions.Default.LookEvery, 1, 3600));
}

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>A line of the log as it came over OTLP.</summary>
/// <param name="Category">Of its logger.</param>
internal sealed record ReceivedLog(string Category, string TraceId, string Text);

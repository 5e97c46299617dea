namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>What one metric was under one set of attributes, as it came over OTLP.</summary>
/// <param name="Sum">Of a gauge its value, of a counter what was added, of a histogram the sum of what was measured.</param>
/// <param name="Count">Of a histogram the number of measurements, else 1.</param>
internal sealed record ReceivedPoint(string Name, double Sum, int Count, IReadOnlyDictionary<string, string> Attributes);

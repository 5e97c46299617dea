namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>A span as it came over OTLP.</summary>
/// <param name="Source">Name of its ActivitySource.</param>
internal sealed record ReceivedSpan(string Source, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Attributes);

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>A span as it came over OTLP.</summary>
/// <param name="Source">Name of its ActivitySource.</param>
internal sealed record ReceivedSpan(string Source, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public string Status => Attributes.GetValueOrDefault("http.response.status_code", "");

    /// <summary>Somebody asked one of our functions over HTTP.</summary>
    public bool IsRequest => Source == "Microsoft.Azure.Functions.Worker" && Status.Length > 0;
}

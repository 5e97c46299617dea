namespace PersonalizationEngine.Engine.Telemetry;

/// <param name="LookEvery">How often the stores are asked for figures, while somebody reads them. Default 15 s, 1 s to 1 h.</param>
/// <param name="DurableFile">What the embedded host keeps orchestrations in; told of only where it is there.</param>
public sealed record TelemetryOptions(TimeSpan LookEvery, string? DurableFile = null)
{
    public static TelemetryOptions Default { get; } = new(TimeSpan.FromSeconds(15));
}

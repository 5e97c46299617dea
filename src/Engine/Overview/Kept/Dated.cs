namespace PersonalizationEngine.Engine.Overview.Kept;

/// <summary>A figure with the instant of which it tells.</summary>
/// <param name="Took">How long it took to work out.</param>
public sealed record Dated<T>(T Value, DateTimeOffset At, TimeSpan Took);

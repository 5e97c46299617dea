namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What one look at the installation has found; what could not be read is missing.</summary>
internal sealed record Standing
{
    public static Standing Unknown { get; } = new();

    public IReadOnlyList<KeyValuePair<string, long>> Sizes { get; init; } = [];

    public long? DeadLetters { get; init; }

    public IReadOnlyList<KeyValuePair<string, long>> Backlog { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, DateTimeOffset>> Watermarks { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, DateTimeOffset>> Timers { get; init; } = [];

    /// <summary>In seconds.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Intervals { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, int>> Mismatches { get; init; } = [];
}

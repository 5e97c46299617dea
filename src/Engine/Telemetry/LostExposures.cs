namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Exposures that never came to be stored. Told from the start on, because the figure that is wanted is 0.</summary>
internal static class LostExposures
{
    private static long _lost;

    static LostExposures() => EngineMetrics.Meter.CreateObservableCounter(
        "personalization.exposures.lost", static () => Interlocked.Read(ref _lost), unit: "{exposure}",
        description: "Exposures dropped because the outbox was full, or lost at the end. Must be 0.");

    /// <summary>Makes the figure be there before anything is lost.</summary>
    public static void Tell() => Interlocked.Read(ref _lost);

    /// <summary>By this process, in all its life.</summary>
    public static long SoFar => Interlocked.Read(ref _lost);

    public static void Add(int count) => Interlocked.Add(ref _lost, count);
}

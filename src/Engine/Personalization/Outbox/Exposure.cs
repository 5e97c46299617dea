namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>A person was served a variant; only the first time counts.</summary>
public readonly record struct Exposure(long ExperimentId, string PersonId, string Variant, DateTimeOffset At)
{
    /// <summary>Of the experiment when it was served.</summary>
    public int BucketVersion { get; init; }

    /// <summary>Whether the person keeps the variant.</summary>
    public bool IsKept { get; init; } = true;

    public Exposure()
        : this(0, "", "", default)
    {
    }
}

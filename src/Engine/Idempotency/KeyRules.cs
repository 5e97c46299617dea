namespace PersonalizationEngine.Engine.Idempotency;

/// <summary>How long keys count, and how much of an answer is kept. No setting: clients rely on them.</summary>
public static class KeyRules
{
    public const int LongestKey = 255;

    /// <summary>Bytes of a body; the answer of a larger one is not kept, only that there was one.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>How long an answer is replayed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>After how long a request of a process that died no longer stands in the way.</summary>
    public static readonly TimeSpan InFlight = TimeSpan.FromMinutes(5);

    /// <summary>How often a request that still runs says so: one in three may fail and the next as well.</summary>
    public static readonly TimeSpan Renewal = InFlight / 3;
}

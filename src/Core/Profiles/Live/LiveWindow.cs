namespace PersonalizationEngine.Core.Profiles.Live;

/// <summary>
/// The last hour, in buckets of five minutes: this one and the eleven before it, so that an act counts for 55 to 60 minutes.
/// Buckets are numbered from the Unix epoch.
/// </summary>
public static class LiveWindow
{
    public const int Buckets = 12;

    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    public static long BucketOf(DateTimeOffset at) => (long)Math.Floor((at - DateTimeOffset.UnixEpoch) / Grain);

    /// <summary>The oldest bucket that still counts.</summary>
    public static long Oldest(DateTimeOffset now) => BucketOf(now) - Buckets + 1;

    /// <summary>The bucket of an act, or null when it is too old to count. A sender's clock that is ahead makes it an act of now.</summary>
    public static long? BucketOf(DateTimeOffset at, DateTimeOffset now)
    {
        var bucket = Math.Min(BucketOf(at), BucketOf(now));
        return bucket >= Oldest(now) ? bucket : null;
    }
}

namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>What one request may hold. A change of either renumbers batches, and with them the webhook ids.</summary>
internal static class BatchLimits
{
    public const int MaxEvents = 1_000;

    /// <summary>Bytes of the body with its line ends; the engine refuses more than 1 MiB.</summary>
    public const int MaxBytes = 1_048_576 - 1;
}

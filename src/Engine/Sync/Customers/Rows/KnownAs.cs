namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>What a remembered record has in the place of a fingerprint when none would do.</summary>
internal static class KnownAs
{
    /// <summary>It is no longer there; should it return, it is news as of then.</summary>
    public const long Gone = 0;

    /// <summary>A deed that was counted: whatever its row says later changes nothing.</summary>
    public const long Counted = 1;
}

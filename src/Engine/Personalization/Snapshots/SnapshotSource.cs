namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>How good the knowledge of a person behind an answer is.</summary>
public enum SnapshotSource
{
    /// <summary>Up to date.</summary>
    Live,

    /// <summary>The stores failed; what was read before serves on.</summary>
    Stale,

    /// <summary>The stores failed and nothing was read before: the answer is that of a stranger.</summary>
    None,
}

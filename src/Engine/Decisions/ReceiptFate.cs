namespace PersonalizationEngine.Engine.Decisions;

/// <summary>What became of a receipt that was asked for.</summary>
public enum ReceiptFate
{
    /// <summary>Nobody asked.</summary>
    NotAsked,

    /// <summary>It is in the store, for as long as receipts are kept.</summary>
    Stored,

    /// <summary>It will be stored soon, unless the process dies or the store fails before.</summary>
    Queued,

    /// <summary>It is not kept: the store does not keep up, or does not answer.</summary>
    Dropped,
}

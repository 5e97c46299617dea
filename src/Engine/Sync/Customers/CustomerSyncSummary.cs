namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>What one run did, over all tables.</summary>
/// <param name="Rows">Read.</param>
/// <param name="Accepted">New or changed records that count now.</param>
/// <param name="Refused">Rows kept as refused events.</param>
/// <param name="Vanished">Records that are gone with their rows.</param>
/// <param name="Failure">Why the run ended early; null when it did not.</param>
public sealed record CustomerSyncSummary(long Rows, long Accepted, long Refused, long Vanished, string? Failure = null)
{
    public static CustomerSyncSummary Nothing { get; } = new(0, 0, 0, 0);

    public static CustomerSyncSummary operator +(CustomerSyncSummary one, CustomerSyncSummary other) => new(
        one.Rows + other.Rows, one.Accepted + other.Accepted, one.Refused + other.Refused, one.Vanished + other.Vanished, one.Failure ?? other.Failure);
}

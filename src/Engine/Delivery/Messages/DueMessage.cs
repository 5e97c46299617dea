namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>A message whose hour has come, which nobody else sends while the lease lasts.</summary>
/// <param name="Attempts">How often a provider was asked already.</param>
/// <param name="LeaseUntil">What is written about it later is written only while it is still this one.</param>
/// <param name="Channel">By which a provider was asked that may have it; null when none was.</param>
public sealed record DueMessage(long Id, PlannedMessage Message, int Attempts, DateTimeOffset LeaseUntil, string? Channel)
{
    /// <summary>The provider that may have it, so that it alone is asked again; null for any.</summary>
    public string? MaybeWith { get; init; }
}

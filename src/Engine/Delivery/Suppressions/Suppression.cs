namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>An address that gets nothing.</summary>
/// <param name="At">Where no message goes.</param>
/// <param name="Reason">One of <see cref="SuppressionReasons"/>.</param>
/// <param name="PersonId">Whose it was then; null when nobody knows.</param>
/// <param name="Source">Who told: a provider, an administrator's key.</param>
/// <param name="ExpiresAt">When it ends by itself; null for never.</param>
public sealed record Suppression(
    ChannelAddress At, string Reason, string? Detail, string? PersonId, string Source, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The person was erased: the address is kept as a keyed hash that nobody reads back.</summary>
    public bool IsOfErased { get; init; }
}

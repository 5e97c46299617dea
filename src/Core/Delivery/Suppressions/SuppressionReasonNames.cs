namespace PersonalizationEngine.Core.Delivery.Suppressions;

public static class SuppressionReasonNames
{
    /// <summary>The reason in snake_case, as answers and the store write it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string Name(this SuppressionReason reason) => reason switch
    {
        SuppressionReason.Bounce => "bounce",
        SuppressionReason.Complaint => "complaint",
        SuppressionReason.Stop => "stop",
        SuppressionReason.Unsubscribe => "unsubscribe",
        SuppressionReason.Manual => "manual",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason"),
    };
}

namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>Why nothing goes to an address, as it is stored and shown.</summary>
public static class SuppressionReasons
{
    public const string Bounce = "bounce", Complaint = "complaint", Stop = "stop", Unsubscribe = "unsubscribe", Manual = "manual";

    /// <summary>Bounced for now, and not often enough yet to be suppressed.</summary>
    public const string SoftBounce = "soft_bounce";

    private static readonly string[] ByWeight = [Bounce, Manual, Unsubscribe, Stop, Complaint];

    /// <summary>Those that suppress. The later ones stay when another comes to the same address.</summary>
    public static IReadOnlyList<string> All => ByWeight;

    /// <summary>How much a reason weighs; the heavier one stays.</summary>
    public static int Weight(string reason) => Array.IndexOf(ByWeight, reason);
}

namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>What asks for messages, by the names answers use.</summary>
public static class DeliverySources
{
    public const string Campaign = "campaign", Rule = "rule", Crossing = "crossing", Digest = "digest";

    public static IReadOnlyList<string> All { get; } = [Campaign, Rule, Crossing, Digest];
}

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>Types under the names they have in events and metrics.</summary>
public static class DeliveryEventTypes
{
    private static readonly string[] Names = ["delivered", "bounced", "complained", "opened", "clicked", "stopped", "unsubscribed", "failed", "reply"];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this DeliveryEventType type) => Names[(int)type];

    public static DeliveryEventType Parse(string name) => (DeliveryEventType)Array.IndexOf(Names, name);
}

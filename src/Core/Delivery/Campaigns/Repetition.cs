namespace PersonalizationEngine.Core.Delivery.Campaigns;

public enum Repetition
{
    None,
    Daily,
    Weekly,
    Monthly,
}

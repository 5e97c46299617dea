using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>The words of a campaign's document.</summary>
internal static class CampaignWords
{
    public static string Of(QuietPolicy policy) => policy switch { QuietPolicy.Drop => "drop", QuietPolicy.SwitchChannel => "switch", _ => "hold" };

    public static string Of(CapPolicy policy) => policy == CapPolicy.Hold ? "hold" : "drop";

    public static string Of(Repetition repetition) => repetition switch
    {
        Repetition.Daily => "daily",
        Repetition.Weekly => "weekly",
        Repetition.Monthly => "monthly",
        _ => "none",
    };
}

using System.Text.Json;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>A campaign as it is shown; sending it back changes nothing.</summary>
/// <param name="Schedule">Null for one that goes out when it is sent.</param>
internal sealed record CampaignAnswer(
    long Id, string Name, string? Description, string Template, [property: DescribedAs("Condition")] JsonElement Audience, IReadOnlyList<string> Channels,
    string? Topic, int Priority, bool Critical, CampaignScheduleAnswer? Schedule, double TimeToLiveHours, string QuietHours, string Caps,
    bool CountsTowardCaps, string? Timezone, JsonElement? Data, double Holdout, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static CampaignAnswer Of(Stored<Campaign> stored)
    {
        var campaign = stored.Value;
        return new CampaignAnswer(
            stored.Id, campaign.Name, campaign.Description, campaign.Template, campaign.Audience.Json, campaign.Channels, campaign.Topic, campaign.Priority,
            campaign.IsCritical, campaign.Schedule is { } schedule ? CampaignScheduleAnswer.Of(schedule) : null, campaign.TimeToLive.TotalHours,
            CampaignWords.Of(campaign.QuietPolicy), CampaignWords.Of(campaign.CapPolicy), campaign.CountsTowardCaps, campaign.Zone,
            campaign.Document.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : null, campaign.Holdout,
            stored.Version, stored.CreatedAt, stored.UpdatedAt);
    }
}

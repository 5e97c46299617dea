using System.Globalization;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>A campaign that is there, as it would have been typed.</summary>
internal static class FormOfCampaign
{
    public static CampaignForm Of(Campaign campaign) => new(
        campaign.Name, campaign.Description ?? "", campaign.Template, campaign.Channels, OutlineReader.Read(campaign.Audience.Json))
    {
        Schedule = campaign.Schedule is { } schedule
            ? new ScheduleForm(
                schedule.Zone is null ? ScheduleForm.Recipient : ScheduleForm.Clock, Time(schedule.At), schedule.Zone?.Id ?? "",
                schedule.Repeat.ToString().ToLowerInvariant(), schedule.Until is { } until ? Time(until) : "")
            : ScheduleForm.New,
        Topic = campaign.Topic ?? "",
        Priority = campaign.Priority.ToString(CultureInfo.InvariantCulture),
        IsCritical = campaign.IsCritical,
        Hours = Number(campaign.TimeToLive.TotalHours),
        Quiet = campaign.QuietPolicy switch { QuietPolicy.Drop => "drop", QuietPolicy.SwitchChannel => "switch", _ => "hold" },
        Caps = campaign.CapPolicy == CapPolicy.Hold ? "hold" : "drop",
        CountsTowardCaps = campaign.CountsTowardCaps,
        Zone = campaign.Zone ?? "",
        Holdout = Number(campaign.Holdout * 100),
        Data = DataLines.Write(campaign.Document),
    };

    private static string Number(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Time(DateTime at) => at.ToString(at.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}

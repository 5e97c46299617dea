using System.Globalization;
using PersonalizationEngine.Core.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <param name="At">The first local time.</param>
/// <param name="Timezone">IANA, or <c>recipient</c> for the clock of each.</param>
/// <param name="Repeat"><c>none</c>, <c>daily</c>, <c>weekly</c> or <c>monthly</c>.</param>
/// <param name="Until">No local time after it; null for no end.</param>
internal sealed record CampaignScheduleAnswer(string At, string Timezone, string Repeat, string? Until)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public static CampaignScheduleAnswer Of(CampaignSchedule schedule) => new(
        Local(schedule.At), schedule.Zone?.Id ?? "recipient", CampaignWords.Of(schedule.Repeat), schedule.Until is { } until ? Local(until) : null);

    public static string Local(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Dashboard.Versions;

namespace PersonalizationEngine.Dashboard.Campaigns;

/// <summary>A version of a campaign, line by line in words.</summary>
internal static class CampaignLines
{
    /// <param name="document">Null for none yet.</param>
    public static IReadOnlyList<ShownLine> Of(JsonElement? document) => DocumentLines.Of(document, CampaignDocument.Read, Of);

    /// <summary>When it goes out, in words.</summary>
    public static string When(Campaign campaign)
    {
        if (campaign.Schedule is not { } schedule) return "when somebody sends it";
        var often = schedule.Repeat == Repetition.None ? "once" : schedule.Repeat.ToString().ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{often}, from {schedule.At:yyyy-MM-dd HH:mm} by the clock of {schedule.Zone?.Id ?? "each recipient"}");
    }

    public static string Channels(Campaign campaign) => campaign.Channels.Count > 0 ? string.Join(", then ", campaign.Channels) : "all that the template has words for";

    private static IReadOnlyList<ShownLine> Of(Campaign campaign) =>
    [
        new(0, $"Name: {campaign.Name}"), new(0, $"Description: {campaign.Description ?? "–"}"), new(0, $"Template: {campaign.Template}"),
        new(0, $"Channels: {Channels(campaign)}"), new(0, $"Topic: {campaign.Topic ?? "that of the template"}"), new(0, $"Goes out: {When(campaign)}"),
        new(0, $"Priority: {campaign.Priority}{(campaign.IsCritical ? ", critical" : "")}"), new(0, $"Stale after: {Figures.Span(campaign.TimeToLive)}"),
        new(0, $"In quiet hours: {campaign.QuietPolicy.ToString().ToLowerInvariant()}"),
        new(0, $"Beyond the limit: {campaign.CapPolicy.ToString().ToLowerInvariant()}{(campaign.CountsTowardCaps ? "" : "; does not count toward it")}"),
        new(0, $"Time zone: {campaign.Zone ?? "that of the settings"}"), new(0, $"Held out: {Figures.Number(campaign.Holdout * 100, 6)} %"),
        .. campaign.Document.TryGetProperty("data", out var data) ? DocumentLines.Raw(data).Prepend(new ShownLine(0, "Data:")) : [],
        new(0, "Who gets it:"),
        .. OutlineWords.Of(OutlineReader.Read(campaign.Audience.Json)).Select(line => line with { Depth = line.Depth + 1 }),
    ];
}

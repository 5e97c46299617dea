using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Functions.Admin.Segments;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>Who would get a campaign if it were sent now.</summary>
/// <param name="Sample">What would be done with some of them.</param>
internal sealed record CampaignPreviewAnswer(SegmentSizeAnswer Audience, IReadOnlyList<CampaignSampleAnswer> Sample)
{
    public static CampaignPreviewAnswer Of(CampaignPreview preview) =>
        new(SegmentSizeAnswer.Of(preview.Audience), [.. preview.Sample.Select(CampaignSampleAnswer.Of)]);
}

/// <param name="Action"><c>send</c>, <c>hold_until</c> or <c>suppress</c>.</param>
/// <param name="Reason">Why; <c>allowed</c> for what is sent.</param>
/// <param name="Until">When it would be asked again.</param>
/// <param name="Timezone">Whose clocks were read, and where they come from.</param>
internal sealed record CampaignSampleAnswer(
    string PersonId, string Action, string Reason, string? Channel, DateTimeOffset? Until, string? SwitchedFrom, IReadOnlyList<string> Timezone, string? TimezoneSource)
{
    public static CampaignSampleAnswer Of(PreviewedMessage message) => message.Decision is { } decision
        ? new CampaignSampleAnswer(
            message.PersonId, decision.Action.Name(), decision.Reason.Name(), decision.Channel, decision.Until, decision.SwitchedFrom, decision.Zone.Ids, decision.Zone.Source.Name())
        : new CampaignSampleAnswer(message.PersonId, RoutingAction.Suppress.Name(), "template_missing", null, null, null, [], null);
}

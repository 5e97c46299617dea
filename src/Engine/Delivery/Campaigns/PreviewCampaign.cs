using System.Text.Json;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Delivery.Routing;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>How large a campaign's audience is, and what the router would do with some of it. Nothing is stored, sent or reserved.</summary>
public sealed class PreviewCampaign(
    IDefinitions<Campaign> campaigns, MeasureSegment measure, NamedDefinitions named, ReadRecipients recipients, IMessageTemplates templates,
    IDeliveries deliveries, RouteMessages route, DeliveryPolicy policy, TimeProvider time)
{
    /// <param name="document">A campaign, as it would be sent to be added.</param>
    public async Task<Parsed<CampaignPreview>> OfDraftAsync(JsonElement document, int sample, CancellationToken cancellationToken)
    {
        var parsed = await ReadAsync(document, cancellationToken);
        return parsed.Succeeded ? Parsed.Of(await RunAsync(parsed.Value, sample, cancellationToken)) : Parsed.Faulty<CampaignPreview>(parsed.Faults);
    }

    /// <returns>Null when no campaign has the id.</returns>
    public async Task<CampaignPreview?> OfStoredAsync(long id, int sample, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(id, cancellationToken) is { } stored ? await RunAsync(stored.Value, sample, cancellationToken) : null;

    /// <summary>The campaign a document describes, or what is wrong with it or with what it names.</summary>
    public async Task<Parsed<Campaign>> ReadAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var parsed = CampaignDocument.Read(document);
        if (!parsed.Succeeded) return parsed;
        var faults = await named.FaultsAsync([new PlacedCondition("/audience", parsed.Value.Audience.Condition)], cancellationToken);
        return faults.Count > 0 ? Parsed.Faulty<Campaign>(faults) : parsed;
    }

    /// <summary>What the router would do with some people now.</summary>
    public async Task<IReadOnlyList<PreviewedMessage>> RouteAsync(Campaign campaign, IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(campaign.Template, cancellationToken) is not { } template)
            return [.. people.Select(person => new PreviewedMessage(person, null))];

        var now = time.GetUtcNow();
        var known = await recipients.OfAsync(people, cancellationToken);
        var sends = await deliveries.SendsAsync(people, now - CapHistory.LongestOf(policy), cancellationToken);
        return
        [
            .. people.Where(known.ContainsKey).Select(person => new PreviewedMessage(
                person, ChannelRouter.Route(route.Terms(Due(campaign, person, now), template, campaign), known[person].Recipient, sends.GetValueOrDefault(person) ?? [], policy, now))),
        ];
    }

    /// <summary>Of everybody, while nobody waits for it.</summary>
    /// <param name="sample">Of how many it is told what would be done.</param>
    public async Task<CampaignPreview> RunBehindAsync(Campaign campaign, int sample, CancellationToken cancellationToken) =>
        await WithSampleAsync(campaign, await measure.RunBehindAsync(campaign.Audience.Condition, sample, cancellationToken), cancellationToken);

    private async Task<CampaignPreview> RunAsync(Campaign campaign, int sample, CancellationToken cancellationToken) =>
        await WithSampleAsync(campaign, await measure.RunAsync(campaign.Audience.Condition, sample, cancellationToken), cancellationToken);

    private async Task<CampaignPreview> WithSampleAsync(Campaign campaign, SegmentSize size, CancellationToken cancellationToken) =>
        new(size, await RouteAsync(campaign, size.Sample, cancellationToken));

    private static DueMessage Due(Campaign campaign, string person, DateTimeOffset now) => new(
        0,
        new PlannedMessage(MessageIds.Of("preview", campaign.Id, 0, person), DeliverySources.Campaign, campaign.Id, 0, 0, person, campaign.Template, now)
        {
            Topic = campaign.Topic,
            Priority = campaign.Priority,
            ExpiresAt = now + campaign.TimeToLive,
        },
        0, now, null);
}

using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>What <see cref="PreviewCampaign"/> tells of everybody, told at once of an even sample, while somebody writes a campaign.</summary>
public sealed class EstimateCampaign(PreviewCampaign preview, EstimateAudience audience)
{
    public async Task<Parsed<CampaignEstimate>> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var parsed = await preview.ReadAsync(document, cancellationToken);
        if (!parsed.Succeeded) return Parsed.Faulty<CampaignEstimate>(parsed.Faults);
        var found = await audience.RunAsync(parsed.Value.Audience.Condition, cancellationToken);
        return Parsed.Of(new CampaignEstimate(found, await preview.RouteAsync(parsed.Value, found.Sample, cancellationToken)));
    }
}

/// <param name="Sample">Of some of the audience, what would be done.</param>
public sealed record CampaignEstimate(Audience Audience, IReadOnlyList<PreviewedMessage> Sample);

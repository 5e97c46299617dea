using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Who would get a campaign if it were sent now.</summary>
/// <param name="Sample">Of the first of them, what would be done.</param>
public sealed record CampaignPreview(SegmentSize Audience, IReadOnlyList<PreviewedMessage> Sample);

/// <param name="Decision">Null where the template is missing.</param>
public sealed record PreviewedMessage(string PersonId, RoutingDecision? Decision);

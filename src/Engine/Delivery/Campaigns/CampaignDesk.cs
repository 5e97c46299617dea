using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>Campaigns. A run goes by the campaign as it was when it was asked for; one that has an open run stays.</summary>
public sealed class CampaignDesk(IDefinitions<Campaign> store, ICampaignRuns runs, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time)
    : DefinitionDesk<Campaign>(store, news, named, time, CampaignDocument.Read, "Another campaign has this id.")
{
    protected override IReadOnlyList<PlacedCondition> ConditionsOf(Campaign definition) => [new PlacedCondition("/audience", definition.Audience.Condition)];

    protected override async Task<string?> WhyNotLoseAsync(Campaign present, Campaign? next, CancellationToken cancellationToken)
    {
        if (next is not null) return null;
        var open = (await runs.OfAsync(present.Id, 50, cancellationToken)).Any(run => run.IsOpen);
        return open ? "A run of this campaign is scheduled, running or paused: cancel it first." : null;
    }
}

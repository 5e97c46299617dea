using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <summary>The campaigns of messages as their runs keep them, which never change and so are read once.</summary>
public sealed class KnownCampaigns(ICampaignRuns runs)
{
    private const int Remembered = 100;

    private readonly Dictionary<CampaignRunKey, Campaign> _known = [];
    private readonly Lock _gate = new();

    /// <returns>Null for a message of no campaign, or of one that is gone.</returns>
    public async Task<Campaign?> OfAsync(PlannedMessage message, CancellationToken cancellationToken)
    {
        if (message.Source != DeliverySources.Campaign) return null;
        var key = new CampaignRunKey(message.SourceId, message.Occurrence);
        lock (_gate)
            if (_known.TryGetValue(key, out var known)) return known;
        if (await runs.FindAsync(key, cancellationToken) is not { } run) return null;
        lock (_gate)
        {
            if (_known.Count >= Remembered) _known.Clear();
            _known[key] = run.Campaign;
        }

        return run.Campaign;
    }
}

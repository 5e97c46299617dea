using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The times campaigns are sent.</summary>
public interface ICampaignRuns
{
    Task<CampaignRun?> FindAsync(CampaignRunKey key, CancellationToken cancellationToken);

    /// <summary>Of a campaign, the newest first.</summary>
    Task<IReadOnlyList<CampaignRun>> OfAsync(long campaignId, int limit, CancellationToken cancellationToken);

    /// <summary>All with one of some statuses, the longest unchanged first.</summary>
    /// <param name="dueBefore">Only those due before it; null for all.</param>
    Task<IReadOnlyList<CampaignRun>> WithStatusAsync(IReadOnlyCollection<string> statuses, DateTimeOffset? dueBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Adds the run after the campaign's last one.</summary>
    /// <param name="unless">Statuses of which none of its runs may be.</param>
    /// <returns>Null when one of its runs is.</returns>
    Task<CampaignRun?> AddAsync(CampaignRun run, IReadOnlyCollection<string> unless, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Changes the status, from one of some.</summary>
    /// <returns>False when it is none of them.</returns>
    Task<bool> MoveAsync(CampaignRunKey key, IReadOnlyCollection<string> from, string to, string? reason, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes down a piece of the audience, once.</summary>
    /// <returns>The run as it is then, whoever wrote.</returns>
    Task<CampaignRun> SnapshotAsync(AudiencePage page, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Stops what is not under way to a provider.</summary>
    /// <returns>How many messages.</returns>
    Task<int> CancelMessagesAsync(CampaignRunKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends the runs that have their whole audience and no message open, and the messages of those that were stopped.</summary>
    /// <returns>How many.</returns>
    Task<int> CompleteAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task<IReadOnlyList<RunCounts>> CountAsync(CampaignRunKey key, CancellationToken cancellationToken);
}

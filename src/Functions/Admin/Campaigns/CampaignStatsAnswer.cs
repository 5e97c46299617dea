using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>What became of a run's messages; the counts by status add up to <paramref name="Messages"/>.</summary>
/// <param name="Messages">One for each person of the audience.</param>
/// <param name="ByReason">The same messages by status, reason and channel.</param>
internal sealed record CampaignStatsAnswer(
    CampaignRunAnswer Run, long Messages, long Sent, long Waiting, long Sending, long Suppressed, long Failed, long Cancelled,
    long Delivered, long Opened, long Clicked, long Bounced, long Complained, IReadOnlyList<RunCountAnswer> ByReason)
{
    public static CampaignStatsAnswer Of(CampaignRun run, IReadOnlyList<RunCounts> counts)
    {
        return new CampaignStatsAnswer(
            CampaignRunAnswer.Of(run), counts.Sum(one => one.Messages), Of(MessageStatus.Sent), Of(MessageStatus.Waiting), Of(MessageStatus.Sending),
            Of(MessageStatus.Suppressed), Of(MessageStatus.Failed), Of(MessageStatus.Cancelled), counts.Sum(one => one.Delivered), counts.Sum(one => one.Opened),
            counts.Sum(one => one.Clicked), counts.Sum(one => one.Bounced), counts.Sum(one => one.Complained),
            [.. counts.Select(one => new RunCountAnswer(one.Status, one.Reason, one.Channel, one.Messages))]);

        long Of(string status) => counts.Where(one => one.Status == status).Sum(one => one.Messages);
    }
}

/// <param name="Reason">Null where the status says all.</param>
/// <param name="Channel">Null where none was chosen.</param>
internal sealed record RunCountAnswer(string Status, string? Reason, string? Channel, long Messages);

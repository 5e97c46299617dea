using Microsoft.DurableTask;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>The functions that deliver, by name, and how they are tried again.</summary>
internal static class DeliveryNames
{
    public const string RunCampaign = "RunCampaign", SendChunks = "SendChunks", DeliverDue = "DeliverDue";

    public const string BeginCampaign = "BeginCampaign", SnapshotAudience = "SnapshotAudience", DeliverChunk = "DeliverChunk",
        TakeMessageRequests = "TakeMessageRequests", DeliverDueMessages = "DeliverDueMessages", SettleDeliveries = "SettleDeliveries", TellEndpoints = "TellEndpoints";

    /// <summary>A store that is down is waited for; what is wrong with a message is no failure of the activity.</summary>
    public static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));
}

using System.Text.Json;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

/// <summary>Campaigns, runs and messages with whatever a test does not care about filled in.</summary>
internal static class Planned
{
    private const Permissions Everything = Permissions.All;

    public static Campaign Campaign(long id) => CampaignDocument.Restore(
        id, JsonDocument.Parse("""{ "name": "c", "template": "t", "audience": {} }""").RootElement);

    public static CampaignRun Run(long campaign, DateTimeOffset? due = null) => new(Campaign(campaign), 1, 0, RunStatus.Scheduled, 0, 0, null, due ?? Store.Now);

    public static PlannedMessage Message(CampaignRunKey run, string person, int chunk = 0, DateTimeOffset? due = null) => new(
        MessageIds.Of(DeliverySources.Campaign, run.CampaignId, run.Occurrence, person), DeliverySources.Campaign, run.CampaignId, run.Occurrence, chunk, person, "t", Store.Now)
    {
        DueAt = due ?? Store.Now,
        ExpiresAt = Store.Now.AddDays(3),
    };

    public static AudiencePage Page(CampaignRun run, string next, params IReadOnlyList<PlannedMessage> messages) =>
        new(run.Key, run.SnapshotAfter, next, messages, run.People + messages.Count, 1);

    /// <summary>A message to be sent by email, unless it is decided otherwise.</summary>
    public static ReservedSend Decided(DueMessage due, RoutingAction action = RoutingAction.Send, RoutingReason reason = RoutingReason.Allowed) => new(
        due,
        new Message(due.Message.MessageId, ["email"], due.Message.CreatedAt),
        new Recipient(due.Message.PersonId, Everything),
        new RoutingDecision(action, reason)
        {
            Channel = action == RoutingAction.Suppress ? null : "email",
            Address = "a@example.com",
            Until = action == RoutingAction.HoldUntil ? Store.Now.AddHours(8) : null,
            Zone = RecipientZones.Of(new Recipient(due.Message.PersonId, Everything), null, null),
        });

    public static MessageOutcome Sent(DueMessage due, DateTimeOffset? at = null) =>
        new(due, MessageStatus.Sent, null, at ?? Store.Now) { Channel = "email", Provider = "webhook", ProviderId = "p", Attempts = due.Attempts + 1, Counts = true };
}

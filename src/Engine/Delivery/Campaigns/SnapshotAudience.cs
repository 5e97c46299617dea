using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>
/// Takes down who gets a campaign: once, so that nobody slips in or out while it is sent. It goes from person to person by id and
/// writes how far it came with what it found, so that it can be cut off anywhere and go on.
/// </summary>
public sealed class SnapshotAudience(
    ICampaignRuns runs, IPeopleListing people, AttributesOfPeople attributes, ReadRecipients recipients, IMessageTemplates templates,
    PlaybookKeeper playbooks, DeliveryPolicy policy, TimeProvider time)
{
    /// <summary>People sent to together.</summary>
    public const int ChunkSize = 100;

    private const int PageSize = 500, PagesAtOnce = 20;

    private const string HeldOut = "held_out";

    /// <summary>Goes on for a while; to be asked again until it is complete.</summary>
    public async Task<AudienceProgress> RunAsync(CampaignRunKey key, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(key, cancellationToken);
        for (var page = 0; page < PagesAtOnce && run is { IsOpen: true, IsSnapshotComplete: false }; page++)
            run = await runs.SnapshotAsync(await PageAsync(run, cancellationToken), time.GetUtcNow(), cancellationToken);
        return run is null ? new AudienceProgress(0, 0, true, false) : new AudienceProgress(run.People, run.Chunks, run.IsSnapshotComplete, run.IsOpen);
    }

    private async Task<AudiencePage> PageAsync(CampaignRun run, CancellationToken cancellationToken)
    {
        var (now, playbook, campaign) = (time.GetUtcNow(), playbooks.Current, run.Campaign);
        var holds = ConditionCompiler.Compile(campaign.Audience.Condition, playbook.Rules.Groups);
        var topic = campaign.Topic ?? (await templates.FindAsync(campaign.Template, cancellationToken))?.Topic;
        var page = await people.ListAsync(run.SnapshotAfter ?? "", PageSize, cancellationToken);
        var members = (await attributes.OfAsync(page, playbook, [campaign.Audience.Condition], now, cancellationToken)).Where(one => holds(one.Attributes)).ToList();
        var known = await recipients.OfAsync([.. members.Select(one => one.Person)], members, cancellationToken);

        var planned = new List<PlannedMessage>(members.Count);
        foreach (var (person, _) in members)
        {
            var due = DueAt(run, known[person.Person.PersonId].Recipient, now);
            planned.Add(Message(run, person.Person.PersonId, (int)((run.People + planned.Count) / ChunkSize), now) with
            {
                Topic = topic,
                DueAt = due,
                ExpiresAt = due + campaign.TimeToLive,
                Refused = IsHeldOut(campaign, run.Occurrence, person.Person.PersonId) ? HeldOut : null,
            });
        }

        var total = run.People + planned.Count;
        var next = page.Count < PageSize ? "" : page[^1].Person.PersonId;
        return new AudiencePage(run.Key, run.SnapshotAfter, next, planned, total, (int)((total + ChunkSize - 1) / ChunkSize));
    }

    private static PlannedMessage Message(CampaignRun run, string personId, int chunk, DateTimeOffset now) => new(
        MessageIds.Of(DeliverySources.Campaign, run.Campaign.Id, run.Occurrence, personId),
        DeliverySources.Campaign, run.Campaign.Id, run.Occurrence, chunk, personId, run.Campaign.Template, now)
    {
        Priority = run.Campaign.Priority,
    };

    /// <summary>Where the zone is one of several, the latest: then the hour has come in all of them.</summary>
    private DateTimeOffset DueAt(CampaignRun run, Recipient recipient, DateTimeOffset now)
    {
        if (run is not { LocalAt: { } local, Campaign.Schedule: { Zone: null } }) return run.DueAt > now ? run.DueAt : now;
        var zones = RecipientZones.Of(recipient, run.Campaign.Zone, policy.WorkspaceZone).Ids;
        return zones.Max(id => CampaignSchedule.InstantOf(local, TimeZoneInfo.FindSystemTimeZoneById(id)));
    }

    private static bool IsHeldOut(Campaign campaign, long occurrence, string personId) =>
        campaign.Holdout > 0 && Fnv1a.Hash($"{personId}|campaign|{campaign.Id}|{occurrence}") % 10_000 < campaign.Holdout * 10_000;
}

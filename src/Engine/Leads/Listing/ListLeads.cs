using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Leads.Listing;

/// <summary>Leads as people look for them: by how something of them begins, and with who they are and how they can be reached.</summary>
public sealed class ListLeads(
    ILeadListing leads, IPeopleSearch search, IPeople people, ISeenPeople seen, ReadRecipients recipients, DeliveryPolicy policy, TimeProvider time)
{
    /// <summary>Most people of each kind of text that a search looks at.</summary>
    public const int SearchLimit = 300;

    private static readonly Dictionary<string, RoutingReason> NoReach = [];

    /// <param name="query">Of which <see cref="LeadQuery.Among"/> is filled in.</param>
    /// <param name="text">Null for everybody.</param>
    public async Task<ListedLeads> RunAsync(LeadQuery query, string? text, CancellationToken cancellationToken)
    {
        var (among, exact, isCut) = await FindAsync(text, cancellationToken);
        var found = among is { Count: 0 } ? [] : await leads.ListAsync(query with { Among = among, Limit = query.Limit + 1 }, cancellationToken);
        List<Lead> page = [.. found.Take(query.Limit)];
        return new ListedLeads(await NameAsync(page, cancellationToken), found.Count > query.Limit ? LeadPlace.Of(page[^1], query.Sort) : null, exact, isCut);
    }

    private async Task<(IReadOnlyCollection<string>? Among, string? Exact, bool IsCut)> FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (text is null) return (null, null, false);
        var exact = PersonId.IsValid(text) ? (await people.FindAsync(text, cancellationToken))?.Person.PersonId : null;
        var alike = await search.BeginningWithAsync(text, SearchLimit, cancellationToken);
        var among = alike.ToHashSet(StringComparer.Ordinal);
        if (exact is not null) among.Add(exact);
        return (among, exact, alike.Count >= SearchLimit);
    }

    private async Task<IReadOnlyList<ListedLead>> NameAsync(List<Lead> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0) return [];
        var there = await seen.ReadAsync([.. page.Select(lead => lead.PersonId)], cancellationToken);
        var records = there.ToDictionary(one => one.Person.PersonId, one => one.Person, StringComparer.Ordinal);
        var reached = await recipients.OfAsync(there, [.. there.Select(one => (one, AttributeMap.Empty))], cancellationToken);
        return
        [
            .. page.Select(lead => new ListedLead(
                lead, records.GetValueOrDefault(lead.PersonId), reached.TryGetValue(lead.PersonId, out var one) ? ReachOf(one.Recipient) : NoReach)),
        ];
    }

    private Dictionary<string, RoutingReason> ReachOf(Recipient recipient) =>
        Channels.Addressed.ToDictionary(channel => channel, channel => ReachableBy.Channel(recipient, channel, policy, time.GetUtcNow()), StringComparer.Ordinal);
}

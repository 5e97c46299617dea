using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Identity.Undoing;

/// <summary>
/// Takes two people apart again; pure. Whatever is as the merge left it goes back to what it was; what has changed since belongs
/// to the one that is left, but for what the ids of the other were seen doing.
/// </summary>
/// <param name="From">The one that was merged away, as they were.</param>
/// <param name="To">The other, as they were.</param>
/// <param name="Joint">As they are now, together.</param>
public sealed record PersonSplit(PersonRecord From, PersonRecord To, PersonRecord Joint)
{
    private readonly PersonRecord _merged = To.Absorb(From);

    /// <summary>The CDP deleted the customer since, and an undo would bring back what was deleted.</summary>
    public bool WasDeletedSince => Joint.DeletedAt != _merged.DeletedAt;

    public PersonRecord FromNow(SeenSince ofFrom, SeenSince ofTo, DateTimeOffset now) => From with
    {
        Campaign = IsNewest(ofFrom, ofTo) ? Changed(_merged.Campaign, Joint.Campaign, From.Campaign) : From.Campaign,
        Device = IsNewest(ofFrom, ofTo) ? Changed(_merged.Device, Joint.Device, From.Device) : From.Device,
        FirstSeenAt = Earlier(From.FirstSeenAt, ofFrom.First),
        LastSeenAt = Later(From.LastSeenAt, ofFrom.Last),
        ChangedAt = now,
    };

    public PersonRecord ToNow(SeenSince ofFrom, SeenSince ofTo, DateTimeOffset now) => Joint with
    {
        Identified = Joint.Identified == _merged.Identified ? To.Identified : Joint.Identified,
        Contact = Split(To.Contact, _merged.Contact, Joint.Contact),
        CustomerTraits = Split(To.CustomerTraits, _merged.CustomerTraits, Joint.CustomerTraits),
        CustomerUpdatedAt = Joint.CustomerUpdatedAt == _merged.CustomerUpdatedAt ? To.CustomerUpdatedAt : Joint.CustomerUpdatedAt,
        WebTraits = Split(To.WebTraits, _merged.WebTraits, Joint.WebTraits),
        TraitsUpdatedAt = Joint.TraitsUpdatedAt == _merged.TraitsUpdatedAt ? To.TraitsUpdatedAt : Joint.TraitsUpdatedAt,
        DeletedAt = To.DeletedAt,
        Campaign = IsNewest(ofFrom, ofTo) ? To.Campaign : Changed(_merged.Campaign, Joint.Campaign, To.Campaign),
        Device = IsNewest(ofFrom, ofTo) ? To.Device : Changed(_merged.Device, Joint.Device, To.Device),
        FirstSeenAt = Earlier(To.FirstSeenAt, Joint.FirstSeenAt < _merged.FirstSeenAt && ofFrom.First is null ? Joint.FirstSeenAt : ofTo.First),
        LastSeenAt = Later(To.LastSeenAt, Joint.LastSeenAt > _merged.LastSeenAt && ofFrom.Last != Joint.LastSeenAt ? Joint.LastSeenAt : ofTo.Last),
        ChangedAt = now,
    };

    private static bool IsNewest(SeenSince ofFrom, SeenSince ofTo) => ofFrom.Last > ofTo.Last || (ofFrom.Last is not null && ofTo.Last is null);

    private static AttributeMap Changed(AttributeMap merged, AttributeMap now, AttributeMap before) => now.Equals(merged) ? before : now;

    private static AttributeMap Split(AttributeMap before, AttributeMap merged, AttributeMap now) => new(
        before.Names.Union(now.Names)
            .Select(name => KeyValuePair.Create(name, now[name].Equals(merged[name]) ? before[name] : now[name]))
            .Where(trait => trait.Value.IsPresent));

    private static ContactDetails Split(ContactDetails before, ContactDetails merged, ContactDetails now) => new(
        One(before.Email, merged.Email, now.Email), One(before.Phone, merged.Phone, now.Phone), One(before.Name, merged.Name, now.Name),
        One(before.Company, merged.Company, now.Company), One(before.JobTitle, merged.JobTitle, now.JobTitle),
        One(before.Country, merged.Country, now.Country), One(before.Language, merged.Language, now.Language),
        One(before.TimeZone, merged.TimeZone, now.TimeZone), One(before.PreferredChannel, merged.PreferredChannel, now.PreferredChannel));

    private static string? One(string? before, string? merged, string? now) => now == merged ? before : now;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => other is null || one > other ? one : other;
}

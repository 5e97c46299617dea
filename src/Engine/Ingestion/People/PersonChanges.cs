using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.People;

/// <summary>What each kind of news does to a person; pure.</summary>
public static class PersonChanges
{
    public static PersonRecord Seen(this PersonRecord person, DateTimeOffset at, AttributeMap? campaign = null, AttributeMap? device = null)
    {
        var isNewest = person.LastSeenAt is null || at >= person.LastSeenAt;
        return person with
        {
            FirstSeenAt = person.FirstSeenAt < at ? person.FirstSeenAt : at,
            LastSeenAt = isNewest ? at : person.LastSeenAt,
            Campaign = campaign is not null && (isNewest || person.Campaign.Count == 0) ? campaign : person.Campaign,
            Device = device is not null && (isNewest || person.Device.Count == 0) ? device : person.Device,
        };
    }

    public static PersonRecord IdentifiedWith(this PersonRecord person, AttributeMap? traits, DateTimeOffset at)
    {
        var named = person with { Identified = true };
        if (traits is null || at < person.TraitsUpdatedAt || at < person.DeletedAt) return named;
        return named with { WebTraits = Patch(person.WebTraits, traits), TraitsUpdatedAt = at };
    }

    public static PersonRecord WithCustomerFacts(this PersonRecord person, AttributeMap fields, AttributeMap traits, DateTimeOffset at)
    {
        if (at < person.CustomerUpdatedAt || at < person.DeletedAt) return person;
        return person with
        {
            Identified = true,
            Contact = Patch(person.Contact, fields),
            CustomerTraits = Patch(person.CustomerTraits, traits),
            CustomerUpdatedAt = at,
        };
    }

    /// <summary>What a lead form tells: it fills gaps only, because anybody can type anything into a form.</summary>
    public static PersonRecord WithLeadDetails(this PersonRecord person, string? email, AttributeMap traits, DateTimeOffset at) =>
        at < person.DeletedAt
            ? person
            : person with
            {
                Identified = true,
                Contact = person.Contact with { Email = person.Contact.Email ?? email },
                WebTraits = person.WebTraits.Over(traits),
            };

    public static PersonRecord WithoutCustomer(this PersonRecord person, DateTimeOffset at)
    {
        if (at < person.CustomerUpdatedAt || at < person.DeletedAt) return person;
        return PersonRecord.New(person.PersonId, person.ChangedAt) with
        {
            FirstSeenAt = person.FirstSeenAt,
            LastSeenAt = person.LastSeenAt,
            Device = person.Device,
            DeletedAt = at,
        };
    }

    /// <summary>
    /// Two records of one person become one. Facts of the CDP and traits of the website are put together, each for itself;
    /// where both know something, the newer record wins.
    /// </summary>
    public static PersonRecord Absorb(this PersonRecord person, PersonRecord other)
    {
        var otherWasSeenLater = IsLater(other.LastSeenAt, person.LastSeenAt);
        var (facts, olderFacts) = IsLater(other.CustomerUpdatedAt, person.CustomerUpdatedAt) ? (other, person) : (person, other);
        var (traits, olderTraits) = IsLater(other.TraitsUpdatedAt, person.TraitsUpdatedAt) ? (other, person) : (person, other);
        return person with
        {
            Identified = person.Identified || other.Identified,
            Contact = Over(facts.Contact, olderFacts.Contact),
            CustomerTraits = facts.CustomerTraits.Over(olderFacts.CustomerTraits),
            CustomerUpdatedAt = facts.CustomerUpdatedAt,
            WebTraits = traits.WebTraits.Over(olderTraits.WebTraits),
            TraitsUpdatedAt = traits.TraitsUpdatedAt,
            DeletedAt = IsLater(other.DeletedAt, person.DeletedAt) ? other.DeletedAt : person.DeletedAt,
            Campaign = Newer(person.Campaign, other.Campaign, otherWasSeenLater),
            Device = Newer(person.Device, other.Device, otherWasSeenLater),
            FirstSeenAt = Earliest(person.FirstSeenAt, other.FirstSeenAt),
            LastSeenAt = otherWasSeenLater ? other.LastSeenAt : person.LastSeenAt,
        };
    }

    private static AttributeMap Newer(AttributeMap own, AttributeMap other, bool otherIsNewer) =>
        own.Count == 0 || (otherIsNewer && other.Count > 0) ? other : own;

    private static bool IsLater(DateTimeOffset? one, DateTimeOffset? other) => one > other || (one is not null && other is null);

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    private static ContactDetails Over(ContactDetails newer, ContactDetails older) => new(
        newer.Email ?? older.Email, newer.Phone ?? older.Phone, newer.Name ?? older.Name, newer.Company ?? older.Company,
        newer.JobTitle ?? older.JobTitle, newer.Country ?? older.Country, newer.Language ?? older.Language,
        newer.TimeZone ?? older.TimeZone, newer.PreferredChannel ?? older.PreferredChannel);

    private static AttributeMap Patch(AttributeMap traits, AttributeMap changes) => changes.Count == 0
        ? traits
        : new AttributeMap(traits.Names.Union(changes.Names)
            .Select(name => KeyValuePair.Create(name, changes[name].Kind == AttributeKind.Missing ? traits[name] : changes[name]))
            .Where(trait => trait.Value.IsPresent));

    private static ContactDetails Patch(ContactDetails contact, AttributeMap fields)
    {
        return new ContactDetails(
            Field("email", contact.Email), Field("phone", contact.Phone), Field("name", contact.Name),
            Field("company", contact.Company), Field("job_title", contact.JobTitle), Field("country", contact.Country),
            Field("language", contact.Language), Field("timezone", contact.TimeZone), Field("preferred_channel", contact.PreferredChannel));

        string? Field(string name, string? present) => fields[name].Kind switch
        {
            AttributeKind.Missing => present,
            AttributeKind.Text => fields[name].Text,
            _ => null,
        };
    }
}

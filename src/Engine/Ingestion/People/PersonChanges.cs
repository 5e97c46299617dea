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
            DeletedAt = null,
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

    /// <summary>A device's history joins the person it belongs to; where both know something, the person's own wins.</summary>
    public static PersonRecord Absorb(this PersonRecord person, PersonRecord device)
    {
        var deviceIsNewer = device.LastSeenAt > person.LastSeenAt || person.LastSeenAt is null;
        return person with
        {
            Identified = person.Identified || device.Identified,
            WebTraits = person.WebTraits.Over(device.WebTraits),
            Campaign = Newer(person.Campaign, device.Campaign, deviceIsNewer),
            Device = Newer(person.Device, device.Device, deviceIsNewer),
            FirstSeenAt = Earliest(person.FirstSeenAt, device.FirstSeenAt),
            LastSeenAt = deviceIsNewer ? device.LastSeenAt : person.LastSeenAt,
        };
    }

    private static AttributeMap Newer(AttributeMap own, AttributeMap other, bool otherIsNewer) =>
        own.Count == 0 || (otherIsNewer && other.Count > 0) ? other : own;

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

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

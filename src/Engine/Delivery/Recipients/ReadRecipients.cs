using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Recipients;

/// <summary>Who people are to whoever writes to them, in a few questions for all of them.</summary>
public sealed class ReadRecipients(
    ISeenPeople people, ReachOfPeople reach, AttributesOfPeople attributes, PlaybookKeeper playbooks, ConsentPolicy consent, IPhoneNumbers phones, TimeProvider time)
{
    private const string ZoneTrait = "timezone", VerifiedTrait = "email_verified";

    /// <returns>By person; who is no longer there is not in it.</returns>
    public async Task<IReadOnlyDictionary<string, KnownRecipient>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var there = await people.ReadAsync(personIds, cancellationToken);
        return await OfAsync(there, await attributes.OfAsync(there, playbooks.Current, [], time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <param name="known">Their attributes, for who has asked already.</param>
    public async Task<IReadOnlyDictionary<string, KnownRecipient>> OfAsync(
        IReadOnlyList<PersonWithConsents> there, IReadOnlyList<(PersonWithConsents Person, AttributeMap Attributes)> known, CancellationToken cancellationToken)
    {
        var recipients = there.ToDictionary(one => one.Person.PersonId, Recipient, StringComparer.Ordinal);
        var stored = await reach.OfAsync([.. recipients.Values], cancellationToken);
        return known.ToDictionary(
            one => one.Person.Person.PersonId,
            one => new KnownRecipient(stored[one.Person.Person.PersonId], one.Attributes),
            StringComparer.Ordinal);
    }

    private Recipient Recipient(PersonWithConsents one)
    {
        var (person, contact) = (one.Person, one.Person.Contact);
        return new Recipient(person.PersonId, one.PermissionsBy(consent))
        {
            Email = ChannelAddress.Of(Channels.Email, contact.Email) is { } email ? new EmailAddress(email.Address, Flag(person.Traits[VerifiedTrait])) : Raw(contact.Email),
            Phone = contact.Phone is { } phone ? new PhoneNumber(phones.ToE164(phone, contact.Country), phone) : null,
            PreferredChannel = contact.PreferredChannel,
            ExplicitZone = contact.TimeZone,
            // What their browser said, when they said nothing themselves.
            GeoZone = Text(person.Device[ZoneTrait]) ?? Text(person.Traits[ZoneTrait]),
            Country = contact.Country,
        };
    }

    /// <summary>An address that can be none, so that the refusal says so.</summary>
    private static EmailAddress? Raw(string? email) => email is null ? null : new EmailAddress(email);

    private static bool? Flag(in AttributeValue value) => value.Kind == AttributeKind.Boolean ? value.Boolean : null;

    private static string? Text(in AttributeValue value) => value.Kind == AttributeKind.Text ? value.Text : null;
}

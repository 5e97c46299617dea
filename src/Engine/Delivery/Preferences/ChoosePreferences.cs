using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>Shows somebody what they get and takes what they say of it. Only what differs from what is there is written.</summary>
public sealed class ChoosePreferences(
    Topics topics, IPeople people, ITopicChoices choices, ConsentPolicy policy, LeaveMessages leave, IProviderEvents addresses, TimeProvider time)
{
    public Topics Topics => topics;

    public async Task<PersonPreferences> ReadAsync(string personId, CancellationToken cancellationToken) => (await FindAsync(personId, cancellationToken)).Preferences;

    public async Task<PersonPreferences> SaveAsync(string personId, PreferenceChange change, CancellationToken cancellationToken)
    {
        var (person, present, contact) = await FindAsync(personId, cancellationToken);
        var grants = change.Channels.Where(said => present.Channels.TryGetValue(said.Key, out var granted) && granted != said.Value).ToDictionary(StringComparer.Ordinal);
        var said = change.Topics.Where(choice => Differs(present, choice)).ToList();
        await leave.SaveConsentAsync(person, grants, cancellationToken);
        if (said.Count > 0) await choices.SaveAsync(person, said, time.GetUtcNow(), cancellationToken);
        await LiftAsync(contact, grants, cancellationToken);
        return (await FindAsync(personId, cancellationToken)).Preferences;
    }

    /// <summary>No marketing by any channel; what is critical still comes.</summary>
    public Task<PersonPreferences> StopAllAsync(string personId, CancellationToken cancellationToken) => SaveAsync(
        personId, new PreferenceChange(Channels.Addressed.ToDictionary(channel => channel, _ => false, StringComparer.Ordinal), []), cancellationToken);

    /// <summary>What is wrong with a change that somebody sends, and the change.</summary>
    public PreferenceChange Read(DocumentReader reader)
    {
        reader.RefuseUnknown("channels", "topics");
        var channels = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (reader.Child("channels") is { } said)
        {
            said.RefuseUnknown([.. Channels.Addressed]);
            foreach (var channel in Channels.Addressed)
                if (said.Flag(channel) is { } granted) channels[channel] = granted;
        }

        var chosen = new List<TopicChoice>();
        if (reader.Child("topics") is { } children)
        {
            children.RefuseUnknown([.. topics.All.Select(topic => topic.Key)]);
            foreach (var topic in topics.All)
            {
                if (children.Child(topic.Key) is not { } byChannel) continue;
                byChannel.RefuseUnknown([.. topic.Channels]);
                foreach (var channel in topic.Channels)
                {
                    if (byChannel.Flag(channel) is not { } allowed) continue;
                    if (topic.IsCritical && !allowed) byChannel.Fault(channel, "must be true: the topic is critical and cannot be switched off");
                    else chosen.Add(new TopicChoice(topic.Key, channel, allowed));
                }
            }
        }

        return new PreferenceChange(channels, chosen);
    }

    private static bool Differs(PersonPreferences present, TopicChoice choice) =>
        present.Topics.FirstOrDefault(one => one.Topic.Key == choice.Topic) is { Topic.IsCritical: false } topic
        && topic.Channels.TryGetValue(choice.Channel, out var allowed) && allowed != choice.Allowed;

    private async Task<(string PersonId, PersonPreferences Preferences, ContactDetails Contact)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync(id, cancellationToken);
        var person = found?.Person.PersonId ?? id;
        var permissions = found?.PermissionsBy(policy) ?? policy.Unasked;
        var said = (await choices.OfAsync([person], cancellationToken))[person].ToDictionary(choice => (choice.Topic, choice.Channel), choice => choice.Allowed);
        var contact = found?.Person.Contact ?? ContactDetails.None;
        var preferences = new PersonPreferences(
            Channels.Addressed.ToDictionary(channel => channel, channel => permissions.MaySend(channel), StringComparer.Ordinal),
            [.. topics.All.Select(topic => new TopicPreference(topic, topic.Channels.ToDictionary(
                channel => channel, channel => topic.IsCritical || (said.TryGetValue((topic.Key, channel), out var allowed) ? allowed : topic.IsOn), StringComparer.Ordinal)))],
            Masked(contact));
        return (person, preferences, contact);
    }

    /// <summary>Whoever wants a channel back has said more than the stop that came before.</summary>
    private async Task LiftAsync(ContactDetails contact, Dictionary<string, bool> grants, CancellationToken cancellationToken)
    {
        var lifted = new List<ChannelAddress>();
        if (grants.GetValueOrDefault("email") && ChannelAddress.Of("email", contact.Email) is { } email) lifted.Add(email);
        if (grants.GetValueOrDefault("sms") && ChannelAddress.Of("sms", contact.Phone) is { } phone) lifted.Add(phone);
        if (lifted.Count > 0) await addresses.SaveAsync([], [], [], lifted, time.GetUtcNow(), cancellationToken);
    }

    private static Dictionary<string, string> Masked(ContactDetails contact)
    {
        var masked = new Dictionary<string, string>(StringComparer.Ordinal);
        if (contact.Email is { Length: > 0 } email) masked["email"] = MaskedAddress.OfEmail(email);
        if (contact.Phone is { Length: > 0 } phone) masked["sms"] = MaskedAddress.OfPhone(phone);
        return masked;
    }
}

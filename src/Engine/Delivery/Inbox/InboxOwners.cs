using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>Finds whose inbox is meant.</summary>
public sealed class InboxOwners(IPeople people)
{
    /// <summary>The person an id leads to; null for an id never seen, and for somebody who is shown no inbox.</summary>
    public async Task<string?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var profile = (await people.FindAsync(userId, cancellationToken))?.ToProfile();
        return profile is not null && InboxConsent.Allows(profile.Consents) ? profile.PersonId : null;
    }
}

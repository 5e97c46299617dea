using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>
/// Who is shown their inbox: everybody but those who have refused personalization. What lies in it was sent to them by the rules of
/// its time; whoever says afterwards that they want to be nobody in particular is shown nothing that is theirs alone.
/// </summary>
public static class InboxConsent
{
    /// <param name="said">Purpose to granted or refused; a purpose never asked about is absent.</param>
    public static bool Allows(IReadOnlyDictionary<string, bool> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        foreach (var (purpose, granted) in said)
            if (!granted && PermissionNames.Of(purpose) == Permissions.Personalization) return false;
        return true;
    }
}

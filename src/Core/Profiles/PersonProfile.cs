namespace PersonalizationEngine.Core.Profiles;

/// <summary>What the engine holds about a person, apart from what they did.</summary>
/// <param name="PersonId">The id all of the person's other ids lead to.</param>
/// <param name="Identified">A login, a form or the CDP named them; false for a device seen without a name.</param>
/// <param name="Traits">Free attributes; those of the CDP win over those the website told.</param>
/// <param name="Consents">Purpose to granted or refused; a purpose never asked about is absent.</param>
/// <param name="Campaign">UTM parameters of the latest visit that had any, without the <c>utm_</c>.</param>
/// <param name="Device">Of the latest event: <c>type</c> (desktop, mobile, tablet), as far as known.</param>
public sealed record PersonProfile(
    string PersonId,
    bool Identified,
    ContactDetails Contact,
    AttributeMap Traits,
    IReadOnlyDictionary<string, bool> Consents,
    AttributeMap Campaign,
    AttributeMap Device,
    DateTimeOffset? FirstSeenAt,
    DateTimeOffset? LastSeenAt)
{
    private static readonly Dictionary<string, bool> NoConsents = [];

    /// <summary>Somebody the engine knows nothing about.</summary>
    public static PersonProfile Unknown(string personId) => new(
        personId, false, ContactDetails.None, AttributeMap.Empty, NoConsents, AttributeMap.Empty, AttributeMap.Empty, null, null);
}

namespace PersonalizationEngine.Core.Profiles.Consent;

/// <summary>Takes out of a profile what must not be used. What the person said about consent stays: rules may ask for it again.</summary>
public static class WithheldProfile
{
    public static PersonProfile As(this PersonProfile profile, Permissions permissions)
    {
        if (!permissions.Allow(Permissions.Personalization)) return PersonProfile.Unknown(profile.PersonId) with { Consents = profile.Consents };
        return permissions.Allow(Permissions.Analytics)
            ? profile
            : profile with { Campaign = AttributeMap.Empty, Device = AttributeMap.Empty, FirstSeenAt = null, LastSeenAt = null };
    }
}

using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Engine.Ingestion.People;

public sealed record PersonWithConsents(PersonRecord Person, IReadOnlyList<ConsentRecord> Consents)
{
    /// <summary>Variants of experiments they were served and keep, the first served first.</summary>
    public IReadOnlyList<KeptAssignment> Kept { get; init; } = [];

    public Permissions PermissionsBy(ConsentPolicy policy) => policy.Of(Told());

    public PersonProfile ToProfile() => new(
        Person.PersonId,
        Person.Identified,
        Person.Contact,
        Person.Traits,
        Told(),
        Person.Campaign,
        Person.Device,
        Person.FirstSeenAt,
        Person.LastSeenAt);

    private Dictionary<string, bool> Told() =>
        Consents.ToDictionary(consent => consent.Purpose, consent => consent.Granted, StringComparer.Ordinal);
}

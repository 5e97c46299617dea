using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.People;

/// <summary>A person as stored. Facts of the CDP and traits told by the website are kept apart, each with its own clock.</summary>
/// <param name="CustomerUpdatedAt">Instant of the newest facts of the CDP; older ones that arrive later change nothing.</param>
/// <param name="TraitsUpdatedAt">The same for traits told by <c>identify</c>.</param>
/// <param name="DeletedAt">Instant at which the CDP last deleted the customer, who may be back since; facts from before change nothing.</param>
/// <param name="ChangedAt">When the engine last wrote anything about them; who changed since their last score is rescored.</param>
public sealed record PersonRecord(
    string PersonId,
    bool Identified,
    ContactDetails Contact,
    AttributeMap CustomerTraits,
    AttributeMap WebTraits,
    AttributeMap Campaign,
    AttributeMap Device,
    DateTimeOffset? FirstSeenAt,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset? CustomerUpdatedAt,
    DateTimeOffset? TraitsUpdatedAt,
    DateTimeOffset? DeletedAt,
    DateTimeOffset ChangedAt)
{
    public static PersonRecord New(string personId, DateTimeOffset now) => new(
        personId, false, ContactDetails.None, AttributeMap.Empty, AttributeMap.Empty, AttributeMap.Empty, AttributeMap.Empty,
        null, null, null, null, null, now);

    /// <summary>All traits; those of the CDP win.</summary>
    public AttributeMap Traits => CustomerTraits.Over(WebTraits);
}

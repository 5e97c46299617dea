using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>All a decision needs to know about the person.</summary>
/// <param name="Known">The engine has seen them: an event or a record of the CDP.</param>
/// <param name="Attributes">As <see cref="PersonAttributes"/> makes them.</param>
/// <param name="Candidates">Items to recommend from, best first.</param>
public sealed record PersonState(
    PersonProfile Profile, bool Known, LeadScore Score, AttributeMap Attributes, IReadOnlyList<ItemCandidate> Candidates)
{
    /// <summary>Variants of experiments they were served and keep, the first served first.</summary>
    public IReadOnlyList<KeptAssignment> Kept { get; init; } = [];

    /// <summary>What may be done with their data. All else here is without what must not be used already.</summary>
    public Permissions Permissions { get; init; } = ConsentPolicy.Default.Of(Profile.Consents);

    /// <summary>Whose taste recommendations may go by; null where they must not go by anybody's.</summary>
    public string? TasteOf() => Permissions.Allow(Permissions.Analytics | Permissions.Personalization) ? Profile.PersonId : null;
}

using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What a frontend asks.</summary>
/// <param name="UserId">The id as it was asked for; answered back unchanged.</param>
/// <param name="Slots">The slots to fill, in that order; null asks for every slot there is.</param>
/// <param name="Limit">How many recommendations, 0 to 50.</param>
/// <param name="Context">What the frontend knows of the moment: page, device, campaign, cart …</param>
/// <param name="Explain">Also say of every rule why it did or did not win.</param>
public sealed record DecisionRequest(
    string UserId, IReadOnlyList<string>? Slots, int Limit, AttributeMap Context, bool Explain, DateTimeOffset Now)
{
    /// <summary>
    /// Keys of the experiments whose variants the frontend goes by; null for all. The answer carries these alone, and of the
    /// others only those count that rules ask for in what is to be filled.
    /// </summary>
    public IReadOnlyList<string>? Experiments { get; init; }

    /// <summary>Variants by experiment that a proven tester asks for; null for anybody else. A tester counts nowhere.</summary>
    public IReadOnlyDictionary<string, string>? Forced { get; init; }

    /// <summary>The person's place in experiments, now.</summary>
    public Applicant Applicant(PersonState person, AttributeMap attributes) => new(person.Profile.PersonId, attributes, Now)
    {
        Kept = person.Kept,
        Forced = Forced,
        IsTester = Forced is not null,
    };
}

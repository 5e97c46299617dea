using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What a frontend asks.</summary>
/// <param name="UserId">The id as it was asked for; answered back unchanged.</param>
/// <param name="Slots">The slots to fill, in that order; null asks for every slot there is.</param>
/// <param name="Limit">How many recommendations, 0 to 50.</param>
/// <param name="Context">What the frontend knows of the moment: page, device, campaign, cart …</param>
/// <param name="Explain">Also say of every rule why it did or did not win.</param>
public sealed record DecisionRequest(
    string UserId, IReadOnlyList<string>? Slots, int Limit, AttributeMap Context, bool Explain, DateTimeOffset Now);

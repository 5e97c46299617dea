using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Administration.Holdouts;

/// <summary>What a rule is worth, by those who were held out of it.</summary>
/// <param name="Share">Of people held out, as set now.</param>
/// <param name="SampleRatio">The probability of groups at least as far from that share by chance; null while nobody is held out.</param>
/// <param name="Lift">Of the rate of converted people, over those held out; null while there is too little to tell.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c> or <c>not_proven_yet</c>.</param>
/// <param name="MissingPeople">How many more, of both groups as they come now, a lift of this size takes; null when it is proven or cannot be told.</param>
/// <param name="Note">What keeps it from a verdict; null when nothing but time does.</param>
public sealed record RuleResults(
    ContentRule Rule,
    double Share,
    DateTimeOffset Since,
    RuleGroups Groups,
    double? SampleRatio,
    RelativeLift? Lift,
    string Verdict,
    long? MissingPeople,
    string? Note);

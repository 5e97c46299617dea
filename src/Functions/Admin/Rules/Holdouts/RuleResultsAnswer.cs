using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Admin.Rules.Holdouts;

/// <summary>What a rule is worth.</summary>
/// <param name="Holdout">Share of people held out, as set now.</param>
/// <param name="Since">People first reached from then on are counted.</param>
/// <param name="Treated">Those who got the rule.</param>
/// <param name="HeldOut">Those who would have.</param>
/// <param name="InBoth">People in both groups, because the share was changed; they are in neither.</param>
/// <param name="SampleRatioP">The probability of such sizes of the groups by chance.</param>
/// <param name="Lift">Of the rate, 0.1 for ten percent more; null while there is too little to tell.</param>
/// <param name="LiftLow">Lower end of its 95 % interval.</param>
/// <param name="LiftHigh">Its upper end.</param>
/// <param name="PValue">The probability of a lift at least as far from 0 if there were none.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c> or <c>not_proven_yet</c>.</param>
/// <param name="MissingPeople">How many more of both groups until a lift of this size is proven four times in five.</param>
/// <param name="Note">What keeps it from a verdict, in a sentence.</param>
internal sealed record RuleResultsAnswer(
    RuleReference Rule, double Holdout, DateTimeOffset Since, RuleGroupAnswer Treated, RuleGroupAnswer HeldOut, long InBoth,
    double? SampleRatioP, double? Lift, double? LiftLow, double? LiftHigh, double? PValue, string Verdict, long? MissingPeople, string? Note)
{
    public static RuleResultsAnswer Of(RuleResults results) => new(
        new RuleReference(results.Rule.Id, results.Rule.Name), results.Share, results.Since, RuleGroupAnswer.Of(results.Groups.Treated),
        RuleGroupAnswer.Of(results.Groups.HeldOut), results.Groups.InBoth, results.SampleRatio, results.Lift?.Value, results.Lift?.Low,
        results.Lift?.High, results.Lift?.Probability, results.Verdict, results.MissingPeople, results.Note);
}

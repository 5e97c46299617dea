using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>A decision with all of its reasons.</summary>
/// <param name="Kept">Always true: the receipt was kept.</param>
/// <param name="KeptBecause"><c>asked</c>, or <c>share</c> for one of those that are kept anyway.</param>
/// <param name="Known">False for somebody never seen before.</param>
/// <param name="Segments">Every saved segment, and where the person is not in it, which part of it does not hold.</param>
/// <param name="Rules">A verdict on every rule: who won, who was beaten by whom, who was held out, and whose condition failed where.</param>
/// <param name="Candidates">Every item that could have been recommended, and what became of it.</param>
/// <param name="Lost">What is not left of the playbook of then, a sentence each; what is told of rules and segments lacks it.</param>
internal sealed record DecisionAnswer(
    string DecisionId,
    bool Kept,
    string KeptBecause,
    string UserId,
    string PersonId,
    bool Known,
    bool Identified,
    DateTimeOffset DecidedAt,
    AskedAnswer Asked,
    ScoreReceiptAnswer Score,
    IReadOnlyList<SegmentVerdictAnswer> Segments,
    IReadOnlyList<VerdictAnswer> Rules,
    IReadOnlyDictionary<string, DecidedSlot> Slots,
    IReadOnlyList<DecidedExperiment> Experiments,
    IReadOnlyList<DecidedItem> Recommendations,
    IReadOnlyList<CandidateFate> Candidates,
    AttributeMap Attributes,
    IReadOnlyList<DecidedMessage> Messages,
    VersionsAnswer Versions,
    DecisionSourcesAnswer Sources,
    IReadOnlyList<string> Lost)
{
    public static DecisionAnswer Of(string decisionId, ToldDecision.Whole told)
    {
        var (request, person, _, answer) = told.Kept.Receipt;
        return new DecisionAnswer(
            decisionId,
            Kept: true,
            told.Kept.WasAsked ? "asked" : "share",
            request.UserId,
            person.Profile.PersonId,
            person.Known,
            person.Profile.Identified,
            request.Now,
            AskedAnswer.Of(request),
            ScoreReceiptAnswer.Of(person.Score),
            [.. told.Segments.Select(SegmentVerdictAnswer.Of)],
            [.. (told.Again.Explanation ?? []).Select(VerdictAnswer.Of)],
            answer.Slots.ToDictionary(slot => slot.Slot, StringComparer.Ordinal),
            answer.Experiments,
            answer.Items,
            told.Candidates,
            answer.Attributes,
            answer.Messages,
            VersionsAnswer.Of(told.Kept),
            DecisionSourcesAnswer.Of(told.Kept),
            told.Lost);
    }
}

using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Delivery.Inbox;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>The answer of <c>personalize</c>.</summary>
/// <param name="Known">False for somebody never seen: then all of it is what strangers get.</param>
/// <param name="Attributes">Set by rules for the frontend.</param>
/// <param name="Inbox">What waits for them on the website.</param>
/// <param name="UnusedInputs">What it does without for want of consent: <c>profile</c>, <c>history</c>, <c>score</c>, <c>segment</c>; most often nothing.</param>
/// <param name="Receipt"><c>stored</c>, <c>queued</c> or <c>dropped</c>; left out where no receipt was asked for.</param>
/// <param name="Explanation">A verdict on every rule; only with <c>explain=true</c>.</param>
/// <param name="Consent">What may be used for which purpose; only with <c>explain=true</c>.</param>
internal sealed record PersonalizeAnswer(
    string DecisionId,
    string UserId,
    bool Known,
    bool Identified,
    string Segment,
    decimal Score,
    IReadOnlyDictionary<string, SlotAnswer> Slots,
    IReadOnlyList<RecommendationAnswer> Recommendations,
    IReadOnlyList<AssignmentAnswer> Experiments,
    IReadOnlyDictionary<string, AttributeValue> Attributes,
    IReadOnlyList<MessageAnswer> Messages,
    InboxGlanceAnswer Inbox,
    bool Degraded,
    SourcesAnswer Sources,
    IReadOnlyList<string> UnusedInputs,
    IReadOnlyList<VerdictAnswer>? Explanation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ConsentAnswer>? Consent,
    DateTimeOffset GeneratedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt)
{
    private static readonly Dictionary<string, AttributeValue> NoAttributes = [];

    private static readonly string?[] ReceiptNames = [null, "stored", "queued", "dropped"];

    public static PersonalizeAnswer Of(PersonalizedAnswer answer, ItemCatalogue catalogue)
    {
        var decision = answer.Decision;
        var slots = new Dictionary<string, SlotAnswer>(decision.Slots.Count, StringComparer.Ordinal);
        foreach (var slot in decision.Slots) slots[slot.Slot] = SlotAnswer.Of(slot);

        return new PersonalizeAnswer(
            answer.DecisionId,
            decision.Request.UserId,
            decision.Person.Known,
            decision.Person.Profile.Identified,
            decision.Person.Score.Segment.Name(),
            decision.Person.Score.Score,
            slots,
            [.. decision.Recommendations.Select(item => RecommendationAnswer.Of(item, catalogue))],
            [.. decision.Experiments.Select(AssignmentAnswer.Of)],
            decision.Attributes.Count == 0
                ? NoAttributes
                : decision.Attributes.ToDictionary(setting => setting.Attribute, setting => setting.Value, StringComparer.Ordinal),
            [.. decision.Messages.Select(MessageAnswer.Of)],
            InboxGlanceAnswer.Of(answer.Inbox),
            answer.Sources.IsDegraded,
            SourcesAnswer.Of(answer.Sources, decision.Request.Now),
            Core.Profiles.Consent.UnusedInputs.OfDecisions(decision.Person.Permissions),
            decision.Explanation is null ? null : [.. decision.Explanation.Select(VerdictAnswer.Of)],
            decision.Request.Explain ? ConsentAnswer.Of(decision.Person) : null,
            decision.Request.Now,
            ReceiptNames[(int)answer.Receipt]);
    }
}

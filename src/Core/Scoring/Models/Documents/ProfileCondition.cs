using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>
/// What fit may ask about: the profile alone. Whatever changes by what people do or as time goes by would make fit of behaviour, and
/// a score of a score.
/// </summary>
internal static class ProfileCondition
{
    private static readonly string[] Attributes =
    [
        "id", "known", "identified", "email", "phone", "name", "company", "job_title", "country", "language", "timezone", "preferred_channel",
        "traits", "consent", "utm", "device",
    ];

    /// <summary>Null when it asks about nothing else.</summary>
    public static DocumentFault? WhyNot(Condition condition) => condition switch
    {
        DidCondition or ScheduleCondition or SegmentMembership => new DocumentFault(
            condition.JsonPointer, "must not be asked in a fit rule, which is about the profile; $did, $during and segments are not"),
        AttributeCondition attribute => Attributes.Contains(attribute.Path.Text.Split('.')[0], StringComparer.Ordinal)
            ? null
            : new DocumentFault(attribute.JsonPointer, $"must be about the profile in a fit rule: one of {string.Join(", ", Attributes)}"),
        _ => condition.Inside.Select(WhyNot).FirstOrDefault(fault => fault is not null),
    };
}

using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>Decisions that leave an exposure or a message request behind.</summary>
internal static class Decided
{
    private static readonly LeadScore NoScore = LeadScorer.Score(BehaviouralFactors.None(Timing.Noon), ScoringModel.Default);

    private static readonly Experiment Test = Definitions.Experiment("test") with { Id = 7 };

    public static Decision Exposed(string person, int variant = 0, DateTimeOffset? at = null, bool inExperiment = true) => Nothing(person, at) with
    {
        Experiments = [new Assignment(Test, Test.Variants[variant], variant, inExperiment, AssignmentReason.Allocated, 0.1)],
    };

    public static Decision Requested(string person, DateTimeOffset at, int everyDays = 1, bool allowed = true, string channel = "website") => Nothing(person, at) with
    {
        Messages =
        [
            new MessageDecision(
                new RuleMessage(Definitions.Rule("message") with { Id = 3 }, new RequestMessage(channel, "welcome", TimeSpan.FromDays(everyDays))), allowed, ""),
        ],
    };

    private static Decision Nothing(string person, DateTimeOffset? at) => new(
        new DecisionRequest(person, null, 0, AttributeMap.Empty, false, at ?? Timing.Noon),
        new PersonState(PersonProfile.Unknown(person), true, NoScore, AttributeMap.Empty, []),
        [], [], [], [], [], null);
}

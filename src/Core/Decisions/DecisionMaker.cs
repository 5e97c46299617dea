using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>
/// Composes one decision: experiments assign, rules choose per slot and shape the recommendations, consent decides on
/// messages. Total: whatever the person, the playbook and the request hold, there is an answer with reasons.
/// </summary>
public static class DecisionMaker
{
    /// <param name="findItem">The visible item of an id, for items that rules pin; null when there is none.</param>
    public static Decision Decide(
        DecisionRequest request, PersonState person, Playbook playbook, Func<string, ItemCandidate?> findItem) =>
        Decide(request, person, playbook, findItem, Place(request, person, playbook));

    /// <summary>Experiments first: the recommendations may hang on them, and those must be had before the decision.</summary>
    public static Placement Place(DecisionRequest request, PersonState person, Playbook playbook)
    {
        var attributes = RequestAttributes.Of(person.Attributes, request.Context, request.Now);
        var assignments = playbook.Assign(request.Applicant(person, attributes));
        return new Placement(RequestAttributes.WithExperiments(attributes, assignments), assignments);
    }

    /// <inheritdoc cref="Decide(DecisionRequest, PersonState, Playbook, Func{string, ItemCandidate?})"/>
    /// <param name="placed">As <see cref="Place"/> made it.</param>
    public static Decision Decide(
        DecisionRequest request, PersonState person, Playbook playbook, Func<string, ItemCandidate?> findItem, Placement placed)
    {
        var (attributes, assignments) = placed;
        using var outcome = playbook.Rules.Evaluate(attributes, request.Now, person.Profile.PersonId);
        var slots = request.Slots ?? playbook.Slots;
        return new Decision(
            request,
            person,
            Fill(slots, outcome, playbook),
            RecommendationShaping.Shape(person.Candidates, outcome, request.Limit, findItem),
            Carried(assignments, request),
            outcome.Settings,
            [.. outcome.Messages.Select(message => Permit(message, person.Permissions))],
            request.Explain ? RuleExplainer.Explain(playbook.Rules, outcome, attributes, request.Now) : null)
        {
            Served = ServedExperiments.Of(assignments, request, playbook),
            Measured = RuleMeasurement.Of(outcome, slots),
        };
    }

    private static IReadOnlyList<Assignment> Carried(IReadOnlyList<Assignment> assignments, DecisionRequest request) =>
        request.Experiments is not { } asked ? assignments : [.. assignments.Where(assignment => asked.Contains(assignment.Experiment.Key))];

    private static SlotDecision[] Fill(IReadOnlyList<string> slots, RuleOutcome outcome, Playbook playbook)
    {
        var decisions = new SlotDecision[slots.Count];
        for (var i = 0; i < decisions.Length; i++) decisions[i] = Fill(slots[i], outcome, playbook);
        return decisions;
    }

    private static SlotDecision Fill(string slot, RuleOutcome outcome, Playbook playbook)
    {
        if (outcome.WinnerOf(slot) is { } winner) return new SlotDecision(slot, winner.Show.Content, winner.Rule, "rule_matched");
        return playbook.Fallbacks.TryGetValue(slot, out var fallback)
            ? new SlotDecision(slot, fallback, null, "fallback")
            : new SlotDecision(slot, AttributeValue.Missing, null, "empty");
    }

    private static MessageDecision Permit(RuleMessage message, Permissions permissions)
    {
        var allowed = permissions.MaySend(message.Message.Channel);
        return new MessageDecision(message, allowed, allowed ? "requested" : "no_consent");
    }
}

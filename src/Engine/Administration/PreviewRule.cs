using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Holdouts;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>
/// Tries a draft rule on a person or on given attributes, beside the rules in force or in the place of one; nothing is stored or
/// counted. Others are held out of for the person as ever; of the draft itself it is only said.
/// </summary>
public sealed class PreviewRule(
    PersonSnapshots snapshots, PlaybookKeeper playbooks, MeasureLead measure, DraftReader drafts, HoldoutDefault holdout, TimeProvider time)
{
    public async Task<Parsed<RulePreview>> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("id", "rule", "user_id", "attributes", "context", "at");
        var rule = await drafts.ReadAsync(reader, cancellationToken);
        var userId = reader.Id("user_id");
        var attributes = reader.Map("attributes", 64 * 1024);
        var context = reader.Map("context", 16 * 1024) ?? AttributeMap.Empty;
        var at = reader.Instant("at") ?? time.GetUtcNow();
        if (userId is null == attributes is null && reader.Faults.Count == 0)
            reader.Fault("user_id", "is required, or attributes: a person, or what a person would be like");
        if (reader.Faults.Count > 0) return Parsed.From<RulePreview>(reader, () => throw new InvalidOperationException());

        var preview = attributes is not null
            ? Try(rule!, RequestAttributes.Of(attributes, context, at), null, at)
            : await TryAsync(rule!, userId!, context, at, cancellationToken);
        return Parsed.From(reader, () => preview);
    }

    /// <summary>A person as a decision asks them, the variants they would get included.</summary>
    private async Task<RulePreview> TryAsync(
        ContentRule rule, string userId, AttributeMap context, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var person = (await snapshots.GetAsync(userId, cancellationToken)).Snapshot.State;
        var id = person.Profile.PersonId;
        var known = await WithActsAsync(rule, id, person.Attributes, cancellationToken);
        var attributes = RequestAttributes.Of(known, context, at);
        return Try(rule, RequestAttributes.WithExperiments(attributes, playbooks.Current.Assign(new Applicant(id, attributes, at) { Kept = person.Kept })), id, at);
    }

    /// <summary>A draft may ask about acts that no rule in force asks about; then they are looked up.</summary>
    private async Task<AttributeMap> WithActsAsync(ContentRule rule, string personId, AttributeMap person, CancellationToken cancellationToken)
    {
        var playbook = playbooks.Current;
        var asked = ActPatterns.Of([rule.Condition.Condition, .. playbook.Conditions], playbook.Rules.Groups);
        if (asked.AreAnsweredBy(person)) return person;
        var measured = await measure.RunAsync(personId, cancellationToken, asked);
        return measured.Acts is { } acts ? new AttributeMap([KeyValuePair.Create("acts", (AttributeValue)acts)]).Over(person) : person;
    }

    private RulePreview Try(ContentRule rule, AttributeMap attributes, string? personId, DateTimeOffset at)
    {
        var set = new DraftSet(playbooks.Current.Rules, [rule with { Holdout = 0 }]);
        var draft = set.Drafts[0];
        var inForce = draft.IsInForce(at);
        var failure = ConditionExplainer.WhyNot(draft.Condition.Condition, set.Rules.Groups, attributes);
        var outcome = set.Rules.Evaluate(attributes, at, personId);
        var slots = draft.Actions.OfType<ShowContent>().Select(show => show.Slot).Distinct()
            .Select(slot => new PreviewedSlot(slot, outcome.WinnerOf(slot)));
        return new RulePreview(draft, inForce, inForce && failure is null, failure, [.. slots], at)
        {
            // Of a new rule nobody can tell yet: who is held out depends on its id.
            HeldOut = personId is null || DraftSet.IsNew(draft) ? null : new RuleHoldout(draft.Id, rule.Holdout ?? holdout.Share).Contains(personId),
        };
    }
}

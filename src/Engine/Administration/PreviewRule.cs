using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Tries a draft rule on a person or on given attributes, beside the rules in force; nothing is stored or counted.</summary>
public sealed class PreviewRule(PersonSnapshots snapshots, PlaybookKeeper playbooks, TimeProvider time)
{
    /// <summary>The draft stands behind every rule of its priority.</summary>
    private const long DraftId = long.MaxValue;

    public async Task<Parsed<RulePreview>> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("rule", "user_id", "attributes", "context", "at");
        var rule = ReadRule(reader);
        var userId = reader.Id("user_id");
        var attributes = reader.Map("attributes", 64 * 1024);
        var context = reader.Map("context", 16 * 1024) ?? AttributeMap.Empty;
        var at = reader.Instant("at") ?? time.GetUtcNow();
        if (userId is null == attributes is null && reader.Faults.Count == 0)
            reader.Fault("user_id", "is required, or attributes: a person, or what a person would be like");
        if (reader.Faults.Count > 0) return Parsed.From<RulePreview>(reader, () => throw new InvalidOperationException());

        var asked = attributes is not null
            ? RequestAttributes.Of(attributes, context, at)
            : await AttributesOfAsync(userId!, context, at, cancellationToken);
        var preview = Try(rule! with { Id = DraftId }, asked, at);
        return Parsed.From(reader, () => preview);
    }

    /// <summary>A person's as a decision asks them, the variants they would get included.</summary>
    private async Task<AttributeMap> AttributesOfAsync(
        string userId, AttributeMap context, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var person = (await snapshots.GetAsync(userId, cancellationToken)).Snapshot.State;
        var attributes = RequestAttributes.Of(person.Attributes, context, at);
        return RequestAttributes.WithExperiments(attributes, playbooks.Current.Assign(new Applicant(person.Profile.PersonId, attributes, at) { Kept = person.Kept }));
    }

    private RulePreview Try(ContentRule draft, AttributeMap attributes, DateTimeOffset at)
    {
        var inForce = draft.IsInForce(at);
        var present = playbooks.Current.Rules;
        var failure = ConditionExplainer.WhyNot(draft.Condition.Condition, present.Groups, attributes);
        var rules = new RuleSet(present.Rules.Select(rule => rule.Rule).Append(draft), present.Groups);
        var outcome = rules.Evaluate(attributes, at);
        var slots = draft.Actions.OfType<Core.Rules.Actions.ShowContent>().Select(show => show.Slot).Distinct()
            .Select(slot => new PreviewedSlot(slot, outcome.WinnerOf(slot)));
        return new RulePreview(draft, inForce, inForce && failure is null, failure, [.. slots], at);
    }

    private static ContentRule? ReadRule(DocumentReader reader)
    {
        if (reader.Child("rule", required: true) is null) return null;
        var parsed = ContentRuleDocument.Read(reader.Raw("rule")!.Value);
        foreach (var fault in parsed.Faults) reader.Fault(fault with { Pointer = "/rule" + fault.Pointer });
        return parsed.Value;
    }
}

using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Content rules. Where a review is required, what nobody sees can still be changed at once: a rule that is off, and stays off.</summary>
public sealed class RuleDesk(IDefinitions<ContentRule> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time, ReviewPolicy? review = null)
    : DefinitionDesk<ContentRule>(store, news, named, time, ContentRuleDocument.Read, "Another rule has this name.")
{
    protected override string? WhyNotDirectly(ContentRule? present, ContentRule? next) =>
        review is { IsRequired: true } && (present is { Active: true } || next is { Active: true })
            ? "What people see changes here by a draft that somebody else approves of. Save it as a draft, or keep the rule inactive."
            : null;

    public override string TextOf(ContentRule definition) => ContentRuleText.Of(definition);

    protected override IReadOnlyList<PlacedCondition> ConditionsOf(ContentRule definition) => PlacedCondition.Of(definition);
}

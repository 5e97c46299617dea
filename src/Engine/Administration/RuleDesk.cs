using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Content rules.</summary>
public sealed class RuleDesk(IDefinitions<ContentRule> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time)
    : DefinitionDesk<ContentRule>(store, news, named, time, ContentRuleDocument.Read, "Another rule has this name.")
{
    protected override IReadOnlyList<PlacedCondition> ConditionsOf(ContentRule definition) => PlacedCondition.Of(definition);
}

using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Content rules.</summary>
public sealed class RuleDesk(IDefinitions<ContentRule> store, NewsOfPlaybook news, TimeProvider time)
    : DefinitionDesk<ContentRule>(store, news, time, ContentRuleDocument.Read, "Another rule has this name.");

using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Content rules.</summary>
public sealed class RuleDesk(IDefinitions<ContentRule> store, PlaybookKeeper playbooks, TimeProvider time)
    : DefinitionDesk<ContentRule>(store, playbooks, time, ContentRuleDocument.Read, "Another rule has this name.");

using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.Drafts;

public sealed class RuleDrafts(RuleDesk desk, IDrafts drafts, ReviewPolicy review, TimeProvider time)
    : DefinitionDrafts<ContentRule>(desk, drafts, review, time);

using PersonalizationEngine.Core.Rules.Actions;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>The rule that fills a slot, and with what.</summary>
public sealed record SlotWinner(ContentRule Rule, ShowContent Show);

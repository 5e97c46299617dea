using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Engine.Administration;

/// <param name="Winner">Null when no rule would fill it.</param>
public sealed record PreviewedSlot(string Slot, SlotWinner? Winner);

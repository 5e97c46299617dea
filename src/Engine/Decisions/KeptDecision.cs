using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>A decision's receipt, as it is kept.</summary>
/// <param name="Key">Tells decisions apart: 32 hexadecimal digits.</param>
/// <param name="Sources">Where its parts came from.</param>
/// <param name="Model">The version of the recommender's models that were in service; null where they have none, or it is not ours.</param>
/// <param name="WasAsked">Somebody asked for it to be kept; else it is one of the share that is kept anyway.</param>
public sealed record KeptDecision(
    string Key, DecisionReceipt Receipt, PlaybookContents Playbook, AnswerSources Sources, long? Model, bool WasAsked);

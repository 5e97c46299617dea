using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Adapters.Sql.Decisions;

/// <summary>A receipt as it stands in its column, without what the row or its playbook tells.</summary>
internal sealed record StoredReceipt(DecisionReceipt Receipt, AnswerSources Sources, long? Model, bool WasAsked);

namespace PersonalizationEngine.Adapters.Gorse.Wire;

/// <param name="Timestamp">Never left out: Gorse would take it for year 1.</param>
internal sealed record GorseFeedback(string FeedbackType, string UserId, string ItemId, double Value, string Timestamp, string Comment);

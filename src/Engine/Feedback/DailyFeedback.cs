namespace PersonalizationEngine.Engine.Feedback;

/// <param name="Day">Its beginning, in UTC.</param>
/// <param name="Clicks">Impressions that were clicked, so never more than impressions.</param>
public sealed record DailyFeedback(DateTimeOffset Day, string Slot, string Source, long Impressions, long Clicks);

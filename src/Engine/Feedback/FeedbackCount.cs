namespace PersonalizationEngine.Engine.Feedback;

/// <param name="Clicks">Impressions that were clicked, so never more than impressions.</param>
public sealed record FeedbackCount(string Slot, string Source, string Variants, long Impressions, long Clicks);

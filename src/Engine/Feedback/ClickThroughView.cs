namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Click-through as people look at it.</summary>
/// <param name="Days">From the day on in which the window begins.</param>
public sealed record ClickThroughView(ClickThroughReport Report, ComparisonReport Comparison, IReadOnlyList<DailyFeedback> Days);

namespace PersonalizationEngine.Engine.Feedback;

/// <param name="Recommendations">All recommendations together, to be held against <see cref="ReportClickThrough.Target"/>.</param>
/// <param name="Rows">By slot and source first, then the same by experiment and variant.</param>
public sealed record ClickThroughReport(
    DateTimeOffset From, DateTimeOffset Until, ClickThrough Recommendations, IReadOnlyList<ClickThrough> Rows);

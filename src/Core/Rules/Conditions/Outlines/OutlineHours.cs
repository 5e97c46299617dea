namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>Days of the week and hours on the clock of a zone.</summary>
/// <param name="TimeZone">Empty for UTC.</param>
/// <param name="Otherwise">The zone of those without their own; only beside <c>visitor</c>.</param>
/// <param name="From">As <c>09:00</c>; empty for the begin of the day, and <paramref name="To"/> for its end.</param>
public sealed record OutlineHours(string TimeZone, string Otherwise, IReadOnlyList<string> Weekdays, string From, string To) : OutlinePart;

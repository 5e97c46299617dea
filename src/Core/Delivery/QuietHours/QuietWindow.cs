namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>A stretch of the day in which nobody is to be disturbed, on the person's wall clock.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive. The same as <paramref name="Start"/> switches the window off; before it, the window ends on the day after.</param>
/// <param name="Weekdays">Local days on which it starts: with Friday, 22:00 to 06:00 lasts into Saturday. Null or empty is every day.</param>
public sealed record QuietWindow(TimeOnly Start, TimeOnly End, IReadOnlyList<DayOfWeek>? Weekdays = null);

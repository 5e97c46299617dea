namespace PersonalizationEngine.Functions.Settings;

internal static class Weekdays
{
    public const string Accepted = "a list of days of the week, in English; all when absent";

    /// <summary>Null for what is no day of the week.</summary>
    public static DayOfWeek? Read(string text) =>
        !int.TryParse(text, out _) && Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) ? day : null;
}

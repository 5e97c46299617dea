using System.Globalization;

namespace PersonalizationEngine.Engine.Schedules;

/// <summary>The last run of a timer.</summary>
/// <param name="By">Who asked for it; null for the schedule.</param>
public sealed record TimerRun(DateTimeOffset BeganAt, TimeSpan Took, TimerOutcome Outcome, string? By)
{
    private const int Parts = 4, LongestName = 200;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{BeganAt.ToUnixTimeMilliseconds()},{(long)Took.TotalMilliseconds},{Outcome},{(By is { Length: > LongestName } ? By[..LongestName] : By)}");

    /// <summary>Null for what is none.</summary>
    public static TimerRun? Parse(string? text) =>
        (text ?? "").Split(',', Parts) is [var began, var took, var outcome, var by]
        && long.TryParse(began, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(took, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && Enum.TryParse<TimerOutcome>(outcome, out var known)
            ? new TimerRun(DateTimeOffset.FromUnixTimeMilliseconds(at), TimeSpan.FromMilliseconds(milliseconds), known, by.Length == 0 ? null : by)
            : null;
}

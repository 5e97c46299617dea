namespace PersonalizationEngine.Core.Recommendations.Live;

internal static class UnixMinutes
{
    /// <summary>Whole minutes since 1970; four bytes that last until the year 6053, beyond which time stands still.</summary>
    public static int Of(DateTimeOffset instant) => int.CreateSaturating(Math.Floor(instant.ToUnixTimeSeconds() / 60.0));
}

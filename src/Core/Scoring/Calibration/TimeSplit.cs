namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>
/// Cases parted by time: learnt is from the earlier, judged by the later. Earlier ones whose outcome was not yet known when the
/// later ones begin are in neither part.
/// </summary>
/// <param name="At">The first instant of the later cases.</param>
/// <param name="Unknown">Cases in neither part.</param>
public sealed record TimeSplit(DateTimeOffset At, IReadOnlyList<CalibrationCase> Earlier, IReadOnlyList<CalibrationCase> Later, int Unknown)
{
    /// <param name="cases">At least one.</param>
    /// <param name="laterShare">Of the cases, between 0 and 1.</param>
    /// <param name="horizon">How long after a case its outcome is known.</param>
    public static TimeSplit Of(IReadOnlyCollection<CalibrationCase> cases, double laterShare, TimeSpan horizon)
    {
        var sorted = cases.OrderBy(one => one.At).ThenBy(one => one.PersonId, StringComparer.Ordinal).ToList();
        var at = sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * (1 - laterShare)))].At;
        var earlier = sorted.Where(one => one.At + horizon <= at).ToList();
        var later = sorted.Where(one => one.At >= at).ToList();
        return new TimeSplit(at, earlier, later, sorted.Count - earlier.Count - later.Count);
    }
}

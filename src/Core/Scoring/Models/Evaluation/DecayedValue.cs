namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>
/// Points that all fade with the same half-life, folded into one number and the instant it is of. Late points are brought to that
/// instant, so that the order in which they come does not matter.
/// </summary>
/// <param name="Value">Points left at <paramref name="At"/>.</param>
public readonly record struct DecayedValue(double Value, DateTimeOffset At, TimeSpan HalfLife)
{
    /// <summary>What is further away is as good as never.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(365_000);

    public DecayedValue Add(double points, DateTimeOffset at) => at > At
        ? this with { Value = Of(at) + points, At = at }
        : this with { Value = Value + points * Left(At - at) };

    /// <summary>What is left at that instant, which may lie before <see cref="At"/>: then all points are taken for made by then.</summary>
    public double Of(DateTimeOffset at) => Value * Left(at - At);

    /// <summary>When it has come down to the threshold: <c>at + h × log₂(value / threshold)</c>. Null when it never does, or in a thousand years.</summary>
    public DateTimeOffset? Crosses(double threshold)
    {
        if (threshold <= 0 || Value <= 0) return null;
        var ticks = Math.Ceiling(Math.Log2(Value / threshold) * HalfLife.Ticks);
        return Math.Abs(ticks) < Furthest.Ticks ? At.AddTicks((long)ticks) : null;
    }

    private double Left(TimeSpan age) => Math.Pow(2, -(age / HalfLife));
}

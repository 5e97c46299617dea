using System.Globalization;

namespace PersonalizationEngine.Engine.Experiments.Facts;

/// <summary>An experiment was paused by itself, because a variant harmed what it must not harm.</summary>
/// <param name="Metric">The guardrail's key.</param>
/// <param name="Lift">Of the variant over the control, as a share of it.</param>
/// <param name="Low">Lower end of the interval that is right at every look.</param>
/// <param name="High">Its upper end.</param>
/// <param name="People">In both groups, then.</param>
public sealed record GuardrailStop(DateTimeOffset At, string Metric, string Variant, double Lift, double Low, double High, long People)
{
    public string Reason => string.Create(
        CultureInfo.InvariantCulture,
        $"Paused: {Variant} changes {Metric} by {Low * 100:+0.##;-0.##} % to {High * 100:+0.##;-0.##} %, which is worse than it may be, however often one looks.");
}

namespace PersonalizationEngine.Core.Experiments.Measures;

/// <summary>One thing that an experiment is judged by.</summary>
/// <param name="Key">Unique in the experiment.</param>
/// <param name="Subject">
/// The goal of a conversion or of revenue, the slot of a click-through, or what is counted: the type of an event or the name of a custom
/// one. Null for any; what is counted is always named.
/// </param>
/// <param name="Path">Where events that are counted must have happened; null for anywhere.</param>
/// <param name="IsGuardrail">It is not hoped for, but must not get worse: if it does, the experiment is paused.</param>
/// <param name="LowerIsBetter">Less of it is what one wants.</param>
/// <param name="MinEffect">
/// The smallest change that matters, as a share of the control, 0 to 10: 0.05 for five percent. A guardrail pauses only beyond it.
/// </param>
public sealed record ExperimentMetric(
    string Key, MetricKind Kind, string? Subject, string? Path, bool IsGuardrail, bool LowerIsBetter, double MinEffect)
{
    public static ExperimentMetric Of(string key, MetricKind kind, string? subject = null) => new(key, kind, subject, null, false, false, 0);
}

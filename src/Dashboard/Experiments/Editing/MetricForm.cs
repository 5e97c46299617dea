namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>A metric as somebody types it.</summary>
/// <param name="Subject">Goal, slot or event, as the kind has it.</param>
/// <param name="MinEffect">In percent of the control; empty for any change.</param>
public sealed record MetricForm(string Key, string Kind, string Subject, string Path, string MinEffect, bool IsGuardrail, bool LowerIsBetter)
{
    public static MetricForm New { get; } = new("", "conversion", "", "", "", false, false);
}

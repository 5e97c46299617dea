using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>One variant at the end of one day, and its sequential comparison with the control; null where there is none.</summary>
/// <param name="Probability">The smallest so far.</param>
/// <param name="Fixed">Right at one look only, settled before the start.</param>
/// <param name="Credible">Where the lift is believed to lie, with nothing held before.</param>
public sealed record DayReport(DateOnly Day, string Variant, long People, double Mean, double? Lift, Interval? Sequential, double? Probability,
    Interval? Fixed, Interval? Credible);

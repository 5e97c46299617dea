using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>How long an experiment would take.</summary>
/// <param name="Baseline">Measured or given; null where nothing was measured.</param>
/// <param name="MeasuredPeople">How many people it was measured on; null where it was given.</param>
/// <param name="DailyPeople">Given, or different people of the days before, per day.</param>
/// <param name="Fixed">People of each variant for one look at the end; null where nothing is known.</param>
/// <param name="Sequential">People of each variant for as many looks as one likes.</param>
public sealed record PlanReport(
    PlanQuestion Question, Sample? Baseline, long? MeasuredPeople, double DailyPeople, double? Fixed, double? Sequential, string Sentence)
{
    /// <summary>Whole days; null without people, or longer than anybody waits.</summary>
    public int? DaysFor(double? perVariant) =>
        perVariant * Question.Variants / (DailyPeople * Question.Traffic) is { } days && days < 36_500 ? (int)Math.Ceiling(days) : null;
}

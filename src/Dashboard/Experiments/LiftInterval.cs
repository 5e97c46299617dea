using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>One of the intervals that may be drawn around a lift.</summary>
/// <param name="Code">In the address of the page.</param>
/// <param name="Meaning">What may be concluded from it, for those who read the chart.</param>
public sealed record LiftInterval(string Code, string Name, string Words, string Meaning, Func<DayReport, Interval?> Of)
{
    public static IReadOnlyList<LiftInterval> All { get; } =
    [
        new("sequential", "Sequential", "interval that holds at every look", "Right however often one looks; verdicts follow it.", day => day.Sequential),
        new("fixed", "Fixed", "interval that holds at one look only", "Right for a single look at an end that was settled before the start; looking earlier makes it find too much.", day => day.Fixed),
        new("bayesian", "Bayesian", "interval in which the lift is believed to lie", "Where the lift lies with 95 % probability, for who held nothing before.", day => day.Credible),
    ];

    /// <returns>The sequential one for what is unknown.</returns>
    public static LiftInterval Find(string? code) => All.FirstOrDefault(one => one.Code == code) ?? All[0];
}

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>What somebody who plans an experiment knows already.</summary>
/// <param name="Baseline">The first metric without the experiment, in percent where it is a share; empty to have it measured.</param>
/// <param name="Spread">The standard deviation of one person's value, beside a baseline that is no share of people.</param>
/// <param name="Daily">New people a day; empty to have them counted.</param>
/// <param name="Effect">The smallest change that matters, in percent of the baseline.</param>
public sealed record PlanForm(string Baseline, string Spread, string Daily, string Effect)
{
    public static PlanForm New { get; } = new("", "", "", "10");
}

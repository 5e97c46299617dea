using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>An interval of the lift and a p-value that belong together.</summary>
/// <param name="P">The probability of a lift at least as far from 0 if there were none.</param>
/// <param name="PHolm">The same, corrected by Holm for all comparisons of the experiment.</param>
/// <param name="PBh">The same, by Benjamini and Hochberg.</param>
internal sealed record TestAnswer(double Low, double High, double P, double PHolm, double PBh)
{
    public static TestAnswer Of(Interval interval, double p, double holm, double hochberg) => new(interval.Low, interval.High, p, holm, hochberg);
}

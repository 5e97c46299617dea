using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>Whether the variants have the people they should have, by a chi-squared test.</summary>
/// <param name="Df">Variants that should have somebody, less one.</param>
/// <param name="Suspicious">p below 0.001: something drops people of a variant.</param>
internal sealed record SampleRatioAnswer(double Chi2, int Df, double P, bool Suspicious)
{
    public static SampleRatioAnswer Of(SampleRatioTest test) => new(test.ChiSquared, test.Freedom, test.Probability, test.IsSuspicious);
}

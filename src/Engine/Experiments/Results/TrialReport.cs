using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Experiments.Facts;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>What an experiment has shown so far.</summary>
/// <param name="From">The first exposure; null without any.</param>
/// <param name="People">By variant, those who count.</param>
/// <param name="Expected">How many of them each should have, by the weights that were in force when they came.</param>
/// <param name="Sentence">The whole in plain words.</param>
/// <param name="Weights">What a bandit did; empty for others.</param>
public sealed record TrialReport(
    Experiment Experiment,
    ResultQuestion Question,
    DateTimeOffset? From,
    DateTimeOffset Until,
    IReadOnlyList<long> People,
    IReadOnlyList<double> Expected,
    long ServedSeveral,
    SampleRatioTest SampleRatio,
    IReadOnlyList<MetricReport> Metrics,
    IReadOnlyList<GuardrailStop> Stops,
    IReadOnlyList<WeightChange> Weights,
    string Sentence)
{
    /// <summary>Above this share of people served several variants, something moves people between them.</summary>
    public const double ManySeveral = 0.01;

    public double SeveralShare => ServedSeveral == 0 ? 0 : (double)ServedSeveral / (ServedSeveral + People.Sum());

    public bool HasManySeveral => SeveralShare > ManySeveral;
}

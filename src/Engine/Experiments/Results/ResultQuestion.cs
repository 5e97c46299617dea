using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>How results are to be worked out.</summary>
/// <param name="Method">What the verdict goes by.</param>
/// <param name="Alpha">How often a verdict may say what is not so, above 0, at most 0.2.</param>
/// <param name="TightestAt">People at whom the sequential interval is tightest; not to be changed during an experiment.</param>
/// <param name="Before">How long before their exposure people's behaviour is used to reduce noise; zero for not at all.</param>
/// <param name="Until">Only what happened before it; null for all.</param>
public sealed record ResultQuestion(ResultMethod Method, double Alpha, double TightestAt, TimeSpan Before, DateTimeOffset? Until)
{
    public const double DefaultAlpha = 0.05;

    public static readonly TimeSpan DefaultBefore = TimeSpan.FromDays(14);

    public static ResultQuestion Usual { get; } = new(
        ResultMethod.Sequential, DefaultAlpha, SequentialTest.DefaultTightestAt, DefaultBefore, null);
}

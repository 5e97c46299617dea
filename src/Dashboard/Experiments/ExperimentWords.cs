using System.Globalization;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>Experiments in the words of those who read pages.</summary>
internal static class ExperimentWords
{
    public static (string Text, Tone Tone) Of(Experiment experiment) => experiment.Status switch
    {
        ExperimentStatus.Running when experiment.Design.Released is { } released => ($"Released: {released}", Tone.Good),
        ExperimentStatus.Running => ("Running", Tone.Good),
        ExperimentStatus.Paused => ("Paused", Tone.Warn),
        ExperimentStatus.Completed => ("Completed", Tone.Plain),
        _ => ("Draft", Tone.Info),
    };

    public static (string Text, Tone Tone) Of(ArmReport arm, bool isSuspicious) => arm.Verdict switch
    {
        null => ("Control", Tone.Plain),
        _ when isSuspicious => ("Not to be trusted", Tone.Bad),
        ArmVerdict.Better => ("Better", Tone.Good),
        ArmVerdict.Worse => ("Worse", Tone.Bad),
        ArmVerdict.NoDifferenceThatMatters => ("No difference that matters", Tone.Info),
        ArmVerdict.TooFew => ("Too few to tell", Tone.Plain),
        _ => ("Not proven yet", Tone.Plain),
    };

    public static string Kind(ExperimentMetric metric) => metric.Kind switch
    {
        MetricKind.Conversion => "share of people who convert",
        MetricKind.Revenue => "money per person",
        MetricKind.Ctr => "clicks per impression",
        _ => "how often per person",
    };

    /// <summary>The mean with its 95 % interval: Wilson's for shares of people.</summary>
    public static string Mean(ExperimentMetric metric, ArmDay now)
    {
        if (now.Sample.Count == 0) return "–";
        if (metric.Kind == MetricKind.Conversion)
        {
            var wilson = WilsonInterval.Of((long)now.Total, now.Sample.Count);
            return Figures.Percent(now.Sample.Mean, wilson.Low, wilson.High, 2);
        }

        var around = Interval.Around(now.Sample.Mean, StandardNormal.Z95 * Math.Sqrt(now.Sample.VarianceOfMean));
        return metric.Kind == MetricKind.Ctr
            ? Figures.Percent(now.Sample.Mean, Math.Max(0, around.Low), Math.Min(1, around.High), 2)
            : $"{Figures.Number(now.Sample.Mean)} ({Figures.Number(around.Low)} to {Figures.Number(around.High)})";
    }

    public static string Lift(double lift, Interval interval) => $"{Share(lift)} ({Share(interval.Low)} to {Share(interval.High)})";

    public static string Probability(double probability) =>
        probability < 0.0001 ? "< 0.0001" : probability.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>Never certain, however many people there are.</summary>
    public static string Chance(double chance) => chance switch { > 0.999 => "> 99.9 %", < 0.001 => "< 0.1 %", _ => Figures.Percent(chance) };

    private static string Share(double share) => double.IsFinite(share) ? $"{Figures.Change(share * 100)} %" : "unknown";
}

using System.Globalization;
using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Verdicts in plain words. What a sentence says is in the numbers beside it, and never more.</summary>
internal static class VerdictWording
{
    public static string OfArm(
        ExperimentMetric metric, string control, string variant, ArmVerdict verdict, ArmComparison? comparison, ResultQuestion question, int comparisons)
    {
        if (verdict == ArmVerdict.TooFew || comparison is null)
            return $"Too few to tell: each variant needs {Guards.Asked(metric)}.";
        var isFixed = question.Method == ResultMethod.Fixed;
        var interval = isFixed ? comparison.Fixed : comparison.Sequential;
        var range = $"between {Percent(interval.Low)} and {Percent(interval.High)}";
        var confidence = $"{((1 - question.Alpha) * 100).ToString("0.#", CultureInfo.InvariantCulture)} % interval, {(isFixed ? "right for one look at an end settled before" : "right at every look")}";
        return verdict switch
        {
            ArmVerdict.Better or ArmVerdict.Worse =>
                $"{variant} has {(comparison.Lift.Value > 0 ? "more" : "less")} {metric.Key} than {control}, {range} ({confidence}; "
                + $"p = {Small(isFixed ? comparison.Corrected.FixedHolm : comparison.Corrected.SequentialHolm)}{Correction(comparisons)}). "
                + (verdict == ArmVerdict.Better ? "That is the better direction." : "That is the worse direction."),
            ArmVerdict.NoDifferenceThatMatters =>
                $"If {variant} differs from {control} in {metric.Key}, then by less than the {Share(metric.MinEffect)} that matter: {range} ({confidence}).",
            _ => $"No difference in {metric.Key} is proven: {variant} may lie anywhere {range} from {control} ({confidence})."
                + OneLook(comparison, question, comparisons),
        };
    }

    /// <summary>Who looks at a fixed test must know what it takes for granted.</summary>
    private static string OneLook(ArmComparison comparison, ResultQuestion question, int comparisons) =>
        question.Method == ResultMethod.Sequential && comparison.Corrected.FixedHolm < question.Alpha
            ? $" A test for one look at an end settled before the start would find {(comparison.Lift.Value > 0 ? "more" : "less")} "
                + $"(p = {Small(comparison.Corrected.FixedHolm)}{Correction(comparisons)}); it counts only if nobody looked before and might have stopped."
            : "";

    public static string OfTrial(TrialReport report)
    {
        if (report.People.Sum() == 0) return "Nobody has been served a variant yet.";
        var warnings = Warnings(report).ToList();
        if (report.SampleRatio.IsSuspicious) return string.Join(' ', warnings);
        var proven = report.Metrics.SelectMany(metric => metric.Arms)
            .Where(arm => arm.Verdict is ArmVerdict.Better or ArmVerdict.Worse).Select(arm => arm.Sentence!).ToList();
        var verdicts = report.Metrics.SelectMany(metric => metric.Arms).Select(arm => arm.Verdict).OfType<ArmVerdict>().ToList();
        if (proven.Count > 0) return string.Join(' ', warnings.Concat(proven));
        var rest = verdicts.TrueForAll(verdict => verdict == ArmVerdict.TooFew)
            ? "There is too little yet to tell anything."
            : "No metric proves a difference between a variant and the control so far. That is not proof that there is none.";
        return string.Join(' ', warnings.Append(rest));
    }

    private static IEnumerable<string> Warnings(TrialReport report)
    {
        if (report.SampleRatio.IsSuspicious)
        {
            yield return $"The variants have not the numbers of people that they should have (p = {Small(report.SampleRatio.Probability)}): "
                + "something keeps people of one from being counted, or counts others. No figure here is to be trusted until that is found.";
        }

        if (report.HasManySeveral)
        {
            yield return $"{report.ServedSeveral} people ({Share(report.SeveralShare)}) were served several variants and are left out; "
                + "with so many, those left may not stand for all.";
        }
    }

    private static string Correction(int comparisons) => comparisons > 1 ? $" after Holm's correction for {comparisons} comparisons" : "";

    private static string Share(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>With its sign, as changes are.</summary>
    private static string Percent(double share) => $"{(share * 100).ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture)} %";

    private static string Small(double probability) => probability < 0.0001 ? "less than 0.0001" : probability.ToString("0.####", CultureInfo.InvariantCulture);
}

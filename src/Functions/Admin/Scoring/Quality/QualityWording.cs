using System.Globalization;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <summary>What a report says in plain words.</summary>
internal static class QualityWording
{
    public static string RestsOn(QualityReport report)
    {
        var all = report.All.All;
        var looks = string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Clusters:N0} people, looked at {all.Trials:N0} times; {all.Successes:N0} looks were followed by a conversion, of {report.All.ConvertedPeople:N0} people.");
        return report.Plan.NotOverYet
            ? looks + string.Create(CultureInfo.InvariantCulture, $" Of the last {report.Plan.Question.Horizon.TotalDays:0} days nothing is judged: who will convert is not known yet.")
            : looks;
    }

    public static string OfTarget(QualityReport report)
    {
        var ready = report.All[LeadSegment.SalesReady].Lift.Precision;
        if (ready.Rate is not { } rate) return "Nobody was sales_ready at any look.";
        var share = string.Create(
            CultureInfo.InvariantCulture,
            $"{rate:P1} of sales_ready looks were followed by a conversion (95 % interval {ready.Interval.Low:P1} to {ready.Interval.High:P1}, {ready.Clusters:N0} people); the target is {QualityReport.Target:P0}");
        return share + report.Verdict switch
        {
            TargetVerdict.Met => ": met.",
            TargetVerdict.NotMet => ": not met.",
            _ => ", which the interval holds: not enough data to tell.",
        };
    }
}

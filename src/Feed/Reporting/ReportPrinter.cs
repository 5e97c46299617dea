using System.Globalization;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Reporting;

/// <summary>Tells how a run ended.</summary>
internal static class ReportPrinter
{
    private const int ReasonsShown = 5;

    /// <returns>The exit code: 1 where the run ended early or nothing but refusals came back.</returns>
    public static int Print(SendingReport report, FeedEnvironment environment)
    {
        var tally = report.Tally;
        environment.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Accepted:N0} accepted, {tally.Duplicates:N0} duplicates, {tally.Refused:N0} refused"
            + $" in {report.Elapsed.TotalSeconds:N1} s ({report.Rate:N0}/s)"));
        foreach (var reason in tally.Reasons.Take(ReasonsShown))
        {
            var field = reason.Field is null ? "" : $"{reason.Field} ";
            environment.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  refused {reason.Count:N0} x (first: line {reason.FirstLine}): {field}{reason.Reason}"));
        }

        if (tally.Reasons.Count > ReasonsShown) environment.Say($"  and {tally.Reasons.Count - ReasonsShown} more reasons");
        if (report.Failure is not null) return environment.Fail(report.Failure);
        return tally.Refused > 0 && tally.Refused == tally.Sent ? 1 : 0;
    }
}

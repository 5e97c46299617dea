namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Alerts about decisions and requests of the last ten minutes, and about exposures that were lost in the last day.</summary>
internal static class DecisionAlerts
{
    public const long FewestDecisions = 100, FewestOfAShare = 50;

    public const double MostDegraded = 0.05, MostFailed = 0.01;

    public static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(150);

    public static IEnumerable<Alert> In(AlertFacts facts)
    {
        if (facts.Decisions is not { } decisions) yield break;
        var (window, day) = (decisions.TenMinutes, decisions.Day);
        if (window.Counts.Decisions >= FewestDecisions && window.P99 is { } p99 && p99 > Slowest)
        {
            yield return new Alert(
                "decision-p99", AlertSeverity.Warning, "Decisions are slow",
                "Of the decisions of the last ten minutes, one in a hundred took longer than a page should wait.",
                AlertText.Milliseconds(p99), AlertText.Milliseconds(Slowest), AlertPlace.Operations, "decision-p99", null);
        }

        if (window.Counts.Decisions >= FewestOfAShare && window.DegradedShare is { } degraded && degraded > MostDegraded)
        {
            yield return new Alert(
                "degraded-share", AlertSeverity.Warning, "Decisions go without something",
                "Decisions of the last ten minutes were made without something they should have had, such as the newest profile or recommendations.",
                AlertText.Percent(degraded), AlertText.Percent(MostDegraded), AlertPlace.Operations, "degraded-share", null);
        }

        if (window.Counts.Requests >= FewestOfAShare && window.FailedShare is { } failed && failed > MostFailed)
        {
            yield return new Alert(
                "error-share", AlertSeverity.Critical, "Requests fail",
                "Requests of the last ten minutes were answered with an error that is not the caller's.",
                AlertText.Percent(failed), AlertText.Percent(MostFailed), AlertPlace.Operations, "error-share", null);
        }

        if (day.Counts.LostExposures > 0)
        {
            yield return new Alert(
                "exposures-lost", AlertSeverity.Critical, "Exposures were lost",
                "People were served variants in the last 24 hours that nobody wrote down: experiments count fewer people than saw them.",
                AlertText.Count(day.Counts.LostExposures, "exposure", "exposures"), "0", AlertPlace.Operations, "exposures-lost", decisions.LostSince);
        }
    }
}

using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>A row of <c>web_behaviour</c>; <c>time_on_site</c> is in milliseconds.</summary>
internal sealed record WebBehaviourRow
{
    public const string Columns =
        "identity, as_of, page_views, page_views_at, form_submissions, form_submissions_at, pricing_visits, pricing_visits_at, "
        + "demo_requests, demo_requests_at, timed_sessions, time_on_site, timed_at, visits, visit_at, session_site, session, "
        + "session_start, session_end, session_has_demo";

    private static readonly string[] ColumnNames = [.. Columns.Split(", "), "fingerprint", "read_in_run"];

    public required string Identity { get; init; }

    /// <summary>Filled where the identity's owner is asked for with it.</summary>
    public string? PersonId { get; init; }

    public long AsOf { get; init; }
    public long PageViews { get; init; }
    public long? PageViewsAt { get; init; }
    public long FormSubmissions { get; init; }
    public long? FormSubmissionsAt { get; init; }
    public long PricingVisits { get; init; }
    public long? PricingVisitsAt { get; init; }
    public long DemoRequests { get; init; }
    public long? DemoRequestsAt { get; init; }
    public long TimedSessions { get; init; }
    public long TimeOnSite { get; init; }
    public long? TimedAt { get; init; }
    public long Visits { get; init; }
    public long? VisitAt { get; init; }
    public string? SessionSite { get; init; }
    public string? Session { get; init; }
    public long? SessionStart { get; init; }
    public long? SessionEnd { get; init; }
    public bool SessionHasDemo { get; init; }

    public static Task WriteAsync(SqlTransaction transaction, IReadOnlyList<MetVisitor> visitors) =>
        transaction.ExecuteAsync(transaction.Dialect.Upsert("web_behaviour", ["identity"], ColumnNames), visitors.Select(Parameters));

    public WebBehaviour ToBehaviour() => new(
        UnixMilliseconds.Read(AsOf),
        new SignalCount(PageViews, UnixMilliseconds.Read(PageViewsAt)),
        new SignalCount(FormSubmissions, UnixMilliseconds.Read(FormSubmissionsAt)),
        new SignalCount(PricingVisits, UnixMilliseconds.Read(PricingVisitsAt)),
        new SignalCount(DemoRequests, UnixMilliseconds.Read(DemoRequestsAt)),
        TimedSessions,
        TimeSpan.FromMilliseconds(TimeOnSite),
        UnixMilliseconds.Read(TimedAt),
        Visits,
        UnixMilliseconds.Read(VisitAt),
        Session is null
            ? null
            : new WebSession(
                SessionSite ?? "", Session, UnixMilliseconds.Read(SessionStart!.Value), UnixMilliseconds.Read(SessionEnd!.Value), SessionHasDemo));

    private static object Parameters(MetVisitor visitor)
    {
        var behaviour = visitor.Behaviour;
        var session = behaviour.LastSession;
        return new
        {
            identity = visitor.VisitorId,
            as_of = UnixMilliseconds.From(behaviour.AsOf),
            page_views = behaviour.PageViews.Count,
            page_views_at = UnixMilliseconds.From(behaviour.PageViews.LatestAt),
            form_submissions = behaviour.FormSubmissions.Count,
            form_submissions_at = UnixMilliseconds.From(behaviour.FormSubmissions.LatestAt),
            pricing_visits = behaviour.PricingPageVisits.Count,
            pricing_visits_at = UnixMilliseconds.From(behaviour.PricingPageVisits.LatestAt),
            demo_requests = behaviour.DemoRequests.Count,
            demo_requests_at = UnixMilliseconds.From(behaviour.DemoRequests.LatestAt),
            timed_sessions = behaviour.TimedSessions,
            time_on_site = (long)behaviour.TimeOnSite.TotalMilliseconds,
            timed_at = UnixMilliseconds.From(behaviour.LastTimedAt),
            visits = behaviour.Visits,
            visit_at = UnixMilliseconds.From(behaviour.LastVisitAt),
            session_site = session?.Site,
            session = session?.Session,
            session_start = UnixMilliseconds.From(session?.Start),
            session_end = UnixMilliseconds.From(session?.End),
            session_has_demo = session?.HasDemoRequest ?? false,
            fingerprint = BehaviourFingerprint.Of(behaviour),
            read_in_run = UnixMilliseconds.From(visitor.Run),
        };
    }
}

using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>
/// Measures one person's factors from their activities, given in time order, in one pass and in memory that grows only with
/// the number of sessions. Activities after <paramref name="asOf"/> are left out; the values hold until the first of them.
/// What the web analytics system has counted already is taken over as it stands: of the activities of the web only those
/// count that are later, and they continue the sessions it knows.
/// </summary>
public sealed class FactorAccumulator(DateTimeOffset asOf, FactorWindows windows, SignalDefinitions signals)
{
    private readonly Tally[] _tallies = [.. FactorNames.All.Select(_ => new Tally())];
    private readonly SessionTracker _sessions = new();
    private DateTimeOffset? _validUntil;
    private DateTimeOffset? _countedUntil;
    private long _countedVisits, _countedTimed, _countedTimeTicks;

    /// <summary>To be told of before the activities; once for each id the person is known by there.</summary>
    public void Take(WebBehaviour counted)
    {
        if (_countedUntil is null || counted.AsOf > _countedUntil) _countedUntil = counted.AsOf;
        Take(Factor.PageViewsLast7d, counted.PageViews);
        Take(Factor.FormSubmissions, counted.FormSubmissions);
        Take(Factor.PricingPageVisits, counted.PricingPageVisits);
        Take(Factor.DemoRequest, counted.DemoRequests);
        _countedTimed += counted.TimedSessions;
        _countedTimeTicks += counted.TimeOnSite.Ticks;
        _countedVisits += counted.Visits;
        if (counted.LastTimedAt is { } ended) _tallies[(int)Factor.TimeOnSiteAvg].See(ActivityOrigin.Rybbit, ended);
        if (counted is { Visits: > 1, LastVisitAt: { } visited }) _tallies[(int)Factor.ReturnVisits].See(ActivityOrigin.Rybbit, visited);
        if (counted.LastSession is { Session.Length: > 0 } last) Reopen(last, counted.AsOf);
    }

    public void Add(in Activity activity) => Add(activity, null);

    /// <param name="known">What it shows, for who has asked already; null otherwise.</param>
    internal void Add(in Activity activity, Signal? known)
    {
        if (activity.Origin == ActivityOrigin.Rybbit && activity.At <= _countedUntil) return;
        if (activity.At > asOf)
        {
            ChangesAt(activity.At);
            return;
        }

        if (activity.Type == ActivityTypes.PageView) Count(Factor.PageViewsLast7d, activity);
        if (activity.Type == ActivityTypes.EmailOpened) Count(Factor.EmailOpens, activity);
        if (activity.Type == ActivityTypes.EmailClicked) Count(Factor.EmailClicks, activity);

        var shown = known ?? signals.Of(activity);
        if (shown.HasFlag(Signal.FormSubmission)) Count(Factor.FormSubmissions, activity);
        if (shown.HasFlag(Signal.PricingVisit)) Count(Factor.PricingPageVisits, activity);

        // Mail and other facts from the CDP are no visits; a demo request is one request wherever it was seen.
        if (activity.Origin != ActivityOrigin.Rybbit && !shown.HasFlag(Signal.DemoRequest)) return;
        var session = activity.Origin == ActivityOrigin.Rybbit ? _sessions.Track(activity) : null;
        if (shown.HasFlag(Signal.DemoRequest)) CountDemoRequest(activity, session);
    }

    public BehaviouralFactors Complete()
    {
        MeasureTimeOnSite();
        var sessions = MeasureReturnVisits();
        var values = FactorNames.All.Select(factor => _tallies[(int)factor].Value(factor));
        return new BehaviouralFactors([.. values], sessions, asOf, _validUntil);
    }

    private void Take(Factor factor, SignalCount counted)
    {
        if (counted.Count == 0) return;
        _tallies[(int)factor].Amount += counted.Count;
        if (counted.LatestAt is { } at) _tallies[(int)factor].See(ActivityOrigin.Rybbit, at);
    }

    /// <summary>It may go on: it is counted with the sessions that are still open, no longer with those that were counted.</summary>
    private void Reopen(in WebSession last, DateTimeOffset countedAt)
    {
        _sessions.Reopen(last);
        if (last.Start >= countedAt - windows[Factor.TimeOnSiteAvg])
        {
            _countedTimed--;
            _countedTimeTicks -= (last.End - last.Start).Ticks;
        }

        if (last.Start >= countedAt - windows[Factor.ReturnVisits]) _countedVisits--;
    }

    private void CountDemoRequest(in Activity activity, SessionTracker.Session? session)
    {
        if (session is { HasDemoRequest: true }) return;
        if (session is not null) session.HasDemoRequest = true;
        Count(Factor.DemoRequest, activity, session?.Start ?? activity.At);
    }

    private void MeasureTimeOnSite()
    {
        var (ticks, sessions) = (_countedTimeTicks, _countedTimed);
        var tally = _tallies[(int)Factor.TimeOnSiteAvg];
        foreach (var session in SessionsIn(Factor.TimeOnSiteAvg))
        {
            ticks += (session.End - session.Start).Ticks;
            sessions++;
            tally.See(ActivityOrigin.Rybbit, session.End);
        }

        if (sessions > 0) tally.Amount = (decimal)ticks / sessions / TimeSpan.TicksPerMinute;
    }

    private int MeasureReturnVisits()
    {
        var tally = _tallies[(int)Factor.ReturnVisits];
        var sessions = (int)_countedVisits;
        foreach (var session in SessionsIn(Factor.ReturnVisits))
        {
            if (++sessions > 1) tally.See(ActivityOrigin.Rybbit, session.Start);
        }

        tally.Amount = Math.Max(0, sessions - 1);
        return sessions;
    }

    private IEnumerable<SessionTracker.Session> SessionsIn(Factor factor)
    {
        foreach (var session in _sessions.Sessions)
        {
            if (!Holds(factor, session.Start)) continue;
            Expire(factor, session.Start);
            yield return session;
        }
    }

    private void Count(Factor factor, in Activity activity) => Count(factor, activity, activity.At);

    /// <param name="since">What has to lie in the window: the activity, or the start of its session.</param>
    private void Count(Factor factor, in Activity activity, DateTimeOffset since)
    {
        if (!Holds(factor, since)) return;
        Expire(factor, since);
        _tallies[(int)factor].Amount++;
        _tallies[(int)factor].See(activity.Origin, activity.At);
    }

    private bool Holds(Factor factor, DateTimeOffset at) => at >= asOf - windows[factor];

    private void Expire(Factor factor, DateTimeOffset at) => ChangesAt(at + windows[factor] + TimeSpan.FromTicks(1));

    private void ChangesAt(DateTimeOffset instant)
    {
        if (_validUntil is null || instant < _validUntil) _validUntil = instant;
    }

    private sealed class Tally
    {
        private ActivityOrigin _origin;
        private DateTimeOffset? _latestAt;

        public decimal Amount { get; set; }

        public void See(ActivityOrigin origin, DateTimeOffset at)
        {
            _origin |= origin;
            if (_latestAt is null || at > _latestAt) _latestAt = at;
        }

        public FactorValue Value(Factor factor) => new(factor, Amount, _origin, _latestAt);
    }
}

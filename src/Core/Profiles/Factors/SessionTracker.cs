namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>
/// Groups activities, given in time order, into sessions: by the session id of the site where there is one, otherwise by
/// 30 minutes of inactivity on the site (Rybbit's rule).
/// </summary>
internal sealed class SessionTracker
{
    private static readonly TimeSpan Inactivity = TimeSpan.FromMinutes(30);

    private readonly Dictionary<(string Site, string Session), Session> _named = [];
    private readonly Dictionary<string, Session> _openUnnamed = [];
    private readonly List<Session> _all = [];

    public IReadOnlyList<Session> Sessions => _all;

    public Session Track(in Activity activity)
    {
        var session = string.IsNullOrEmpty(activity.Session) ? Unnamed(activity) : Named(activity);
        session.Extend(activity.At);
        return session;
    }

    /// <summary>A session that began elsewhere goes on here.</summary>
    public void Reopen(in WebSession known)
    {
        var key = (known.Site, known.Session);
        if (!_named.TryGetValue(key, out var session)) _named[key] = session = Open(known.Start);
        session.Extend(known.Start);
        session.Extend(known.End);
        session.HasDemoRequest |= known.HasDemoRequest;
    }

    private Session Named(in Activity activity)
    {
        var key = (activity.Site ?? "", activity.Session!);
        if (!_named.TryGetValue(key, out var session)) _named[key] = session = Open(activity.At);
        return session;
    }

    private Session Unnamed(in Activity activity)
    {
        var site = activity.Site ?? "";
        if (!_openUnnamed.TryGetValue(site, out var session) || activity.At - session.End > Inactivity)
            _openUnnamed[site] = session = Open(activity.At);
        return session;
    }

    private Session Open(DateTimeOffset at)
    {
        var session = new Session(at);
        _all.Add(session);
        return session;
    }

    internal sealed class Session(DateTimeOffset start)
    {
        public DateTimeOffset Start { get; private set; } = start;
        public DateTimeOffset End { get; private set; } = start;

        public bool HasDemoRequest { get; set; }

        public void Extend(DateTimeOffset at)
        {
            if (at < Start) Start = at;
            if (at > End) End = at;
        }
    }
}

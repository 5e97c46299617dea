using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Rybbit;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>A visitor turned out to be somebody: their device is that person's from now on, as with a login that Rybbit tells of.</summary>
public sealed class LogVisitorIn(IngestEvents ingest, TimeProvider time)
{
    public Task RunAsync(string userId, string visitorId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Its origin is not the web, because a login alone is no visit.
        var login = new BehaviourEvent(
            $"login:{visitorId}:{now.ToUnixTimeMilliseconds()}", now, userId, visitorId,
            new Activity(now, ActivityOrigin.Cdp, ActivityTypes.Identify), null, null, null, null, null);
        return ingest.TakeAsync(EventSource.Cdp, [login], cancellationToken);
    }
}

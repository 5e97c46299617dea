using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Endpoints;

/// <summary>Messages that were given up, as they lie in the store of a running engine: to give one up takes more than a day.</summary>
internal static class DeadLetters
{
    private const string Insert =
        "insert into webhook_messages (endpoint_id, event_id, event_type, message_id, person_id, payload, status, attempts, reason, http_status, created_at, updated_at) "
        + "values (@endpoint, @event, 'score.crossed', 'msg_' || @event, 'anna', '{\"n\":1}', 'dead', 8, 'failed', 500, @at, @at) returning id";

    public static long Add(EngineProcess process, long endpoint, string eventId, DateTimeOffset? at = null) => process.Query<long>(
        Insert, ("endpoint", endpoint), ("event", eventId), ("at", (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds()))[0];
}

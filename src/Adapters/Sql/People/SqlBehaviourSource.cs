using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

/// <summary>Activities that came in by webhooks.</summary>
internal sealed class SqlBehaviourSource(SqlDatabase database) : IBehaviourSource
{
    private const string Read =
        "select source, type, name, path, form, site, session, occurred_at from events "
        + "where person_id = @personId and occurred_at >= @since order by occurred_at, id";

    public async IAsyncEnumerable<Activity> ReadAsync(
        string personId, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = database.StreamAsync<Row>(Read, new { personId, since = UnixMilliseconds.From(from) }, cancellationToken);
        await foreach (var row in rows) yield return row.ToActivity();
    }

    private sealed record Row
    {
        private static readonly string Cdp = EventSource.Cdp.Name();

        public required string Source { get; init; }
        public required string Type { get; init; }
        public string? Name { get; init; }
        public string? Path { get; init; }
        public string? Form { get; init; }
        public string? Site { get; init; }
        public string? Session { get; init; }
        public long OccurredAt { get; init; }

        public Activity ToActivity() => new(
            UnixMilliseconds.Read(OccurredAt),
            Source == Cdp ? ActivityOrigin.Cdp : ActivityOrigin.Rybbit,
            Type, Name, Path, Form, Site, Session);
    }
}

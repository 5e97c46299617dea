using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

/// <summary>Activities that came in by webhooks.</summary>
internal sealed class SqlBehaviourSource(SqlDatabase database, ConsentPolicy consent) : IBehaviourSource
{
    /// <summary>A list of people in one statement; a page of them is asked for in pieces of this size.</summary>
    private const int ListSize = 500;

    private const string Columns = "select person_id, source, type, name, path, form, site, session, occurred_at from events ";

    private readonly string _read =
        $"{Columns}where person_id = @personId and occurred_at >= @since and {Counts(consent)} order by occurred_at, id";

    private readonly string _readMany =
        $"{Columns}where person_id in @people and occurred_at >= @since and {Counts(consent)} order by person_id, occurred_at, id";

    public async IAsyncEnumerable<Activity> ReadAsync(
        string personId, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = database.StreamAsync<Row>(_read, new { personId, since = UnixMilliseconds.From(from) }, cancellationToken);
        await foreach (var row in rows) yield return row.ToActivity();
    }

    public async IAsyncEnumerable<(string PersonId, Activity Activity)> ReadAsync(
        IReadOnlyCollection<string> personIds, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var people in personIds.Chunk(ListSize))
        {
            var rows = database.StreamAsync<Row>(_readMany, new { people, since = UnixMilliseconds.From(from) }, cancellationToken);
            await foreach (var row in rows) yield return (row.PersonId, row.ToActivity());
        }
    }

    /// <summary>What the CDP told is its own business; what the website saw needs the person's consent.</summary>
    private static string Counts(ConsentPolicy consent) => $"(source = 'cdp' or {AnalyticsConsent.Holds(consent, "events.person_id")})";

    private sealed record Row
    {
        private static readonly string Cdp = EventSource.Cdp.Name();

        public required string PersonId { get; init; }
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

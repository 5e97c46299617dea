using System.Runtime.CompilerServices;
using Dapper;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Sql.Items;

internal sealed class SqlInteractionStore(SqlDatabase database, ConsentPolicy consent) : IInteractionStore, IPersonInteractions
{
    private readonly string _read =
        "select person_id, item_id, session, type, name, occurred_at from events "
        + $"where occurred_at >= @since and item_id is not null and {AnalyticsConsent.Holds(consent, "events.person_id")} order by occurred_at, id";

    private readonly string _ofPeople =
        "select person_id, item_id, session, type, name, occurred_at from events "
        + $"where person_id in @people and item_id is not null and {AnalyticsConsent.Holds(consent, "events.person_id")} order by occurred_at, id";

    public async IAsyncEnumerable<ItemActivity> ReadAsync(
        DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in database.StreamAsync<Row>(_read, new { since = UnixMilliseconds.From(from) }, cancellationToken))
            yield return new ItemActivity(row.PersonId, row.ItemId, row.Session, row.Type, UnixMilliseconds.Read(row.OccurredAt), row.Name);
    }

    public async Task<IReadOnlyList<ItemActivity>> OfPeopleAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(_ofPeople, new { people = personIds }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new ItemActivity(row.PersonId, row.ItemId, row.Session, row.Type, UnixMilliseconds.Read(row.OccurredAt), row.Name))];
    }

    private sealed record Row
    {
        public required string PersonId { get; init; }
        public required string ItemId { get; init; }
        public string? Session { get; init; }
        public required string Type { get; init; }
        public string? Name { get; init; }
        public long OccurredAt { get; init; }
    }
}

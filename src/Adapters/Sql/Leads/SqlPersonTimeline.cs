using Dapper;
using PersonalizationEngine.Engine.Leads.Timeline;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Leads;

/// <summary>Reads a person's events backwards along their index.</summary>
internal sealed class SqlPersonTimeline(SqlDatabase database) : IPersonTimeline
{
    private const string Read =
        "select id, source, identity, type, name, path, form, item_id, occurred_at from events where person_id = @personId ";

    private const string Before = "and occurred_at <= @at and (occurred_at < @at or id < @id) ";

    private const string Order = "order by occurred_at desc, id desc limit @limit";

    public Task<IReadOnlyList<PersonEvent>> OfPersonAsync(string personId, TimelinePlace? before, int limit, CancellationToken cancellationToken)
    {
        var sql = before is null ? Read + Order : Read + Before + Order;
        var parameters = new { personId, at = UnixMilliseconds.From(before?.At), id = before?.Id, limit };
        return database.ReadAsync<IReadOnlyList<PersonEvent>>(
            async (connection, token) =>
                [.. (await connection.QueryAsync<EventRow>(new CommandDefinition(sql, parameters, cancellationToken: token))).Select(row => row.ToEvent())],
            cancellationToken);
    }

    private sealed record EventRow
    {
        public long Id { get; init; }
        public required string Source { get; init; }
        public required string Identity { get; init; }
        public required string Type { get; init; }
        public string? Name { get; init; }
        public string? Path { get; init; }
        public string? Form { get; init; }
        public string? ItemId { get; init; }
        public long OccurredAt { get; init; }

        public PersonEvent ToEvent() => new(Id, UnixMilliseconds.Read(OccurredAt), Source, Identity, Type, Name, Path, Form, ItemId);
    }
}

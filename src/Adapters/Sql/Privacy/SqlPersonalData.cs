using System.Runtime.CompilerServices;
using Dapper;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

internal sealed class SqlPersonalData(SqlDatabase database, Tombstones tombstones) : IPersonalData
{
    private const string Inactive =
        "select person_id from people where person_id > @after and changed_at < @since and (last_seen_at is null or last_seen_at < @since) "
        + "and (customer_updated_at is null or customer_updated_at <= deleted_at) order by person_id limit @limit";

    private readonly PersonalRows _rows = new(database, tombstones);

    public async Task<PersonIds?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var people = await database.ReadAsync((connection, token) => PeopleFinder.FindAsync(connection, [id], null, token), cancellationToken);
        foreach (var table in PersonalTables.All)
            if (await _rows.CountAsync(table, people, cancellationToken) > 0) return people;
        return null;
    }

    public Task<IReadOnlyList<PersonalSection>> SectionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PersonalSection>>(
            async (connection, token) =>
            {
                var sections = new List<PersonalSection>();
                foreach (var table in PersonalTables.All)
                {
                    await using var rows = await connection.ExecuteReaderAsync(
                        new CommandDefinition($"select * from {table.Name} where 1 = 0", cancellationToken: token));
                    sections.Add(new PersonalSection(
                        table.Name, [.. Enumerable.Range(0, rows.FieldCount).Select(place => SectionColumns.Of(rows.GetName(place), rows.GetFieldType(place)))]));
                }

                return sections;
            },
            cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(
        PersonalSection section, PersonIds person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = PersonalTables.All.Single(one => one.Name == section.Name);
        await foreach (var row in _rows.ReadAsync(table, person, "*", cancellationToken))
            yield return [.. section.Columns.Select(column => SectionColumns.Read(row[column.Name], column.Type))];
    }

    public Task<IReadOnlyList<string>> InactiveAsync(DateTimeOffset since, string afterPersonId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async (connection, token) =>
            [
                .. await connection.QueryAsync<string>(new CommandDefinition(
                    Inactive, new { after = afterPersonId, since = UnixMilliseconds.From(since), limit }, cancellationToken: token)),
            ],
            cancellationToken);
}

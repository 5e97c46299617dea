using Dapper;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed class SqlConsents(SqlDatabase database, ConsentPolicy policy) : IConsents
{
    private const int ListSize = 500;

    private const string Read =
        "select i.identity, c.purpose, c.granted from identities i join consents c on c.person_id = i.person_id where i.identity in @list";

    public async Task<IReadOnlyDictionary<string, Permissions>> ReadAsync(
        IReadOnlyCollection<string> identities, CancellationToken cancellationToken)
    {
        var said = identities.Distinct(StringComparer.Ordinal).ToDictionary(
            identity => identity, _ => new Dictionary<string, bool>(StringComparer.Ordinal), StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var list in said.Keys.Chunk(ListSize))
        {
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(Read, new { list }, cancellationToken: cancellationToken));
            foreach (var row in rows)
                if (said.TryGetValue(row.Identity, out var words)) words[row.Purpose] = row.Granted;
        }

        return said.ToDictionary(one => one.Key, one => policy.Of(one.Value), StringComparer.Ordinal);
    }

    private sealed record Row
    {
        public required string Identity { get; init; }
        public required string Purpose { get; init; }
        public bool Granted { get; init; }
    }
}

using System.Data.Common;
using Dapper;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>Everything that leads to a person, from any of it.</summary>
internal static class PeopleFinder
{
    private const int ListSize = 500;

    private const string Owners = "select distinct person_id from identities where identity in @list";
    private const string Identities = "select identity from identities where person_id in @list";

    /// <summary>Ids that events came with and that nobody owns now; a device that is another one's by now stays theirs.</summary>
    private const string Former =
        "select distinct e.identity from events e where e.person_id in @list and not exists (select 1 from identities i where i.identity = e.identity)";

    private const string Contacts = "select email, phone from people where person_id in @list";

    public static async Task<PersonIds> FindAsync(DbConnection connection, IReadOnlyList<string> asked, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var people = asked.Concat(await QueryAsync<string>(Owners, asked)).Distinct(StringComparer.Ordinal).ToList();
        var ids = people.Concat(await QueryAsync<string>(Identities, people)).Concat(await QueryAsync<string>(Former, people));
        var contacts = (await QueryAsync<(string? Email, string? Phone)>(Contacts, people))
            .SelectMany(person => new[] { person.Email, person.Phone }).OfType<string>().Where(contact => contact.Length > 0);
        return new PersonIds([.. ids.Distinct(StringComparer.Ordinal)], [.. contacts.Distinct(StringComparer.Ordinal)]);

        async Task<List<T>> QueryAsync<T>(string sql, IEnumerable<string> list)
        {
            var found = new List<T>();
            foreach (var piece in list.Chunk(ListSize))
                found.AddRange(await connection.QueryAsync<T>(new CommandDefinition(sql, new { list = piece }, transaction, cancellationToken: cancellationToken)));
            return found;
        }
    }
}
